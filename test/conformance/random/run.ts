/** Prints a random program for both sides, and runs it here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { play } from '../play';
import type { Trace } from '../scenario';
import { transform } from '@asyncio-ts/compiler';
import * as runtime from 'asyncio-ts/compiled';
import * as ts from 'typescript';
import { javascript, type FunctionStyle } from './javascript';
import { indent } from './language';
import { Printer } from './printer';
import type { Program } from './program';
import { python } from './python';
import { run, type Setup } from './tools';

/**
 * The styles of the TypeScript side. Mixed: each function is in wrapped or in generator style; partly compiled: in generator
 * or in compiled style. Helpers: compiled by TypeScript, with its helpers.
 */
export type RandomStyle = 'wrapped' | 'generator' | 'mixed' | 'compiled' | 'partly compiled' | 'helpers';

/** Counts what a program does. */
export interface Counter {
  /** What the program finds as `asyncio`. */
  readonly library: typeof asyncio;
  /** Told of what the program may do. */
  readonly expect: (name: string) => void;
  /** Told of what it does. */
  readonly hit: (name: string) => void;
}

function ignored(): void {
  // Nobody counts.
}

/** What stands before every program on Python's side. */
export const PRELUDE: string = readFileSync(join(__dirname, 'tools.py'), 'utf8');

const TOOLS = [
  ...['tasks', 'keep', 'later', 'names', 'sorted_names', 'milliseconds', 'begins', 'settle', 'cancel'],
  ...['own_handler', 'failing_handler', 'call_handler'],
];

/** The program in Python, to stand behind {@link PRELUDE}. */
export function toPython(program: Program): string {
  const body = new Printer(program, python).lines();
  return indent(
    [
      'let_go()',
      'def define(trace, tools):',
      [
        ...TOOLS.map((name) => `${name} = tools.${name}`),
        ...body,
        'tools.futures = futures',
        'tools.generators = generators',
        'return f0',
      ],
    ],
    '    ',
  );
}

/** The program in JavaScript: the body of a {@link Setup}, which may count what it does. */
export function toJavaScript(program: Program, style: RandomStyle, counted?: Counter['expect']): string {
  const native = style.endsWith('compiled') ? 'compiled' : 'wrapped';
  let current: FunctionStyle = style === 'mixed' || style === 'partly compiled' ? 'generator' : style;
  const language = javascript(() => current, counted);
  const lines = new Printer(program, language, (fn) => {
    if (style === 'mixed' || style === 'partly compiled') current = fn.style === 'generator' ? 'generator' : native;
  }).lines();
  const tools = `const { hit, ${TOOLS.join(', ')} } = tools;`;
  return indent([tools, ...lines, 'tools.futures = futures;', 'return f0;'], '  ');
}

const PARAMETERS = ['asyncio', 'contextvars', 'trace', 'tools'];

/* eslint-disable @typescript-eslint/no-implied-eval -- the programs are printed by this suite */

function compiled(source: string): Setup {
  const result = transform(source, { filename: 'program.js', sourceType: 'script' });
  // Where every function is in generator style there is nothing to compile.
  return withRuntime(result?.code ?? source);
}

/** TypeScript's helpers, as variables around the program. */
const HELPERS = `const { ${Object.keys(runtime)
  .filter((name) => name.startsWith('__'))
  .join(', ')} } = require();`;

function throughHelpers(source: string): Setup {
  const compilerOptions = { target: ts.ScriptTarget.ES2016, noEmitHelpers: true };
  return withRuntime(HELPERS + ts.transpileModule(source, { compilerOptions }).outputText);
}

function withRuntime(code: string): Setup {
  const require = (): typeof runtime => runtime;
  const make = new Function('require', ...PARAMETERS, code) as (...args: unknown[]) => unknown;
  return ((...args: unknown[]) => make(require, ...args)) as Setup;
}

function setupOf(source: string, style: RandomStyle): Setup {
  if (style === 'helpers') return throughHelpers(source);
  return style.endsWith('compiled') ? compiled(source) : (new Function(...PARAMETERS, source) as Setup);
}

/** What the program traces here, with a counter that is told what it does, if there is one. */
export async function playRandom(
  program: Program,
  style: RandomStyle,
  counter: Counter | null = null,
): Promise<string[]> {
  const source = toJavaScript(program, style, counter?.expect);
  const setup = setupOf(source, style);
  const { library = asyncio, hit = ignored } = counter ?? {};
  const main = asyncio.coroutine((trace: Trace) => run(setup, library, trace, hit));
  return play({ main }, false);
}

/* eslint-enable @typescript-eslint/no-implied-eval */

const STEPPED_STYLES = ['generator', 'compiled', 'partly compiled', 'helpers'] as const;
/** All styles. */
export const ALL_STYLES = ['wrapped', 'mixed', ...STEPPED_STYLES] as const;

/** The styles in which a program has to agree. A native body can't be started eagerly (Differences). */
export function stylesOf(program: Program): readonly RandomStyle[] {
  return program.eager === 'none' ? ALL_STYLES : STEPPED_STYLES;
}
