/** Finds the scenarios: `scenarios/<area>/<name>.py`, `<name>.ts` and what CPython said, `<name>.trace`. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'scenarios');

/** In debug mode only where the trace differs there. */
const TRACE = '.trace';
const DEBUG_TRACE = '.debug.trace';

/** Mixed: every other function is native; compiled: by the compiler; helpers: by TypeScript, with its helpers. */
export const STYLES = ['wrapped', 'generator', 'mixed', 'compiled', 'helpers'] as const;

/** A style in which the TypeScript program runs. */
export type Style = (typeof STYLES)[number];

/** Debug mode. */
export type Mode = 'off' | 'on';

export class ScenarioFiles {
  /** `<area>/<name>` */
  readonly name: string;
  readonly python: string;
  readonly typescript: string;
  /** The first comment: what the scenario shows. */
  readonly summary: string;
  /** All, but for those that a comment such as `Not in wrapped, mixed style (why).` names. */
  readonly styles: readonly Style[];
  /** Which not, and why not; empty otherwise. */
  readonly leftOut: { readonly styles: string; readonly reason: string } | null;
  /** Both, unless a comment `Debug mode: off` says that it would take too long. */
  readonly modes: readonly Mode[];
  /** Who is asked: Pyodide, unless a comment `Python: installed` says that it replaces what is shown, and why. */
  readonly oracle: 'pyodide' | 'installed';

  constructor(name: string) {
    this.name = name;
    this.python = readFileSync(join(FOLDER, `${name}.py`), 'utf8');
    this.typescript = readFileSync(join(FOLDER, `${name}.ts`), 'utf8');
    this.summary = /^# (.*)/.exec(this.python)?.[1] ?? '';
    if (!this.typescript.startsWith(`// ${this.summary}\n`)) {
      throw new Error(`${name}: the programs begin with different comments`);
    }
    const [, styles = '', reason = ''] = /^\/\/ Not in ([\w, ]+) style \((.+)\)\.$/m.exec(this.typescript) ?? [];
    if (styles === '' && this.typescript.includes('// Not in '))
      throw new Error(`${name}: not in which style, and why?`);
    this.styles = STYLES.filter((style) => !styles.split(', ').includes(style));
    this.leftOut = styles === '' ? null : { styles, reason };
    this.modes = /^\/\/ Debug mode: off\b/m.test(this.typescript) ? ['off'] : ['off', 'on'];
    this.oracle = /^# Python: installed\b/m.test(this.python) ? 'installed' : 'pyodide';
  }

  /** What CPython said when it was recorded. */
  recorded(debug: boolean): string[] {
    const own = join(FOLDER, this.name + DEBUG_TRACE);
    const path = debug && existsSync(own) ? own : join(FOLDER, this.name + TRACE);
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  }

  /** Writes down what CPython says. */
  record(plain: readonly string[], debug: readonly string[]): void {
    const text = (lines: readonly string[]): string => lines.map((line) => line + '\n').join('');
    writeFileSync(join(FOLDER, this.name + TRACE), text(plain));
    const own = join(FOLDER, this.name + DEBUG_TRACE);
    if (text(plain) === text(debug)) rmSync(own, { force: true });
    else writeFileSync(own, text(debug));
  }
}

/** All scenarios, sorted by name. */
export function allScenarios(): ScenarioFiles[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .map((path) => path.slice(0, -3).replaceAll('\\', '/'))
    .sort()
    .map((name) => new ScenarioFiles(name));
}
