/** A folder with a project in it, and with the library and the compiler in its node_modules. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const examples = join(__dirname, '../../../docs/examples');

/** Programs of the documentation. Of the tour those whose output has no addresses, and none that sleeps long. */
const PROGRAMS = [
  ...['compiled/tasks', 'compiled/stream'],
  ...['tour/01_generators', 'tour/03_async_await', 'tour/04_run', 'tour/08_future'],
];

/** How a program has ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** What CPython printed of a program, in the spelling of JavaScript. */
function printed(example: string): string {
  return readFileSync(join(examples, `${example}.out`), 'utf8').replace(/\bTrue\b/g, 'true');
}

/** Where a text stands in a file of the project, as stacks have it. */
function placeOf(file: string, text: string): string {
  const lines = readFileSync(join(__dirname, 'project', file), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  return `${basename(file)}:${String(line + 1)}:${String((lines[line]?.indexOf(text) ?? 0) + 1)}`;
}

/** An output without the times in it, which depend on how busy the machine is. */
export function timeless(output: string): string {
  return output.replace(/\b\d+\.\d s\b/g, '… s');
}

/** What the program of the project prints, however it has been built. */
export const PROJECT_PRINTS: string = [
  ...PROGRAMS.map(printed).map(timeless),
  'view: <p>text</p>\n',
  'with the directive: true, compiled\n',
  'without: true, native\n',
  `broken at ${placeOf('src/broken.ts', 'new Error')}\n`,
].join('');

export class Workshop {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'asyncio-ts-project-')));

  /** With the project of the folder beside, and the programs of the documentation in its sources. */
  static withProject(): Workshop {
    const workshop = new Workshop();
    cpSync(join(__dirname, 'project'), workshop.folder, { recursive: true });
    workshop.addExamples('src');
    return workshop;
  }

  constructor() {
    const { code, errors } = this.node(join(__dirname, 'build.mjs'), this.folder);
    if (code !== 0) throw new Error(errors);
  }

  addExamples(to: string): void {
    for (const name of PROGRAMS) cpSync(join(examples, `${name}.ts`), join(this.folder, to, `${basename(name)}.ts`));
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  /** Runs Node in the folder. */
  node(...args: readonly string[]): Ended {
    return this.nodeWith({}, ...args);
  }

  /** Runs Node in the folder with other variables, but without what the runner of these tests tells its own children. */
  nodeWith(variables: Readonly<Record<string, string>>, ...args: readonly string[]): Ended {
    const { NODE_OPTIONS: _, NODE_PATH: __, JEST_WORKER_ID: ___, NODE_ENV: ____, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...env, ...variables },
      timeout: 60_000,
    });
    return { code: status, output: stdout, errors: stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
