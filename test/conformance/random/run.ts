/** Prints a random program for both sides, and runs it here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { play } from '../play';
import type { Trace } from '../scenario';
import { javascript } from './javascript';
import { indent } from './language';
import { Printer } from './printer';
import type { Program } from './program';
import { python } from './python';
import { run, type Setup } from './tools';

/** The styles of the TypeScript side; mixed: each function has its own. */
export type RandomStyle = 'wrapped' | 'generator' | 'mixed';

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
  let isGenerator = style !== 'wrapped';
  const language = javascript(() => isGenerator, counted);
  const lines = new Printer(program, language, (fn) => {
    if (style === 'mixed') isGenerator = fn.style === 'generator';
  }).lines();
  const tools = `const { hit, ${TOOLS.join(', ')} } = tools;`;
  return indent([tools, ...lines, 'tools.futures = futures;', 'return f0;'], '  ');
}

/** What the program traces here, with a counter that is told what it does, if there is one. */
export async function playRandom(
  program: Program,
  style: RandomStyle,
  counter: Counter | null = null,
): Promise<string[]> {
  const source = toJavaScript(program, style, counter?.expect);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program was printed by this suite
  const setup = new Function('asyncio', 'contextvars', 'trace', 'tools', source) as Setup;
  const { library = asyncio, hit = ignored } = counter ?? {};
  const main = asyncio.coroutine((trace: Trace) => run(setup, library, trace, hit));
  return play({ main }, false);
}

/** The styles in which a program has to agree. A native body can't be started eagerly (Differences). */
export function stylesOf(program: Program): readonly RandomStyle[] {
  return program.eager === 'none' ? ['wrapped', 'generator', 'mixed'] : ['generator'];
}
