/** Runs a random program on both sides. */
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../scenario';
import { play } from '../play';
import { indent, type Lines } from './language';
import { javascript } from './javascript';
import { Printer } from './printer';
import type { Program } from './program';
import { python } from './python';

/** The styles of the TypeScript side; mixed: each function has its own. */
export type RandomStyle = 'wrapped' | 'generator' | 'mixed';

/** How long the main function may take, in virtual seconds. What is left then is cancelled, again and again. */
const TIME = 20;
const ROUNDS = 20;

/** What the program finds on Python's side: the same as in {@link Tools}. */
const PYTHON_TOOLS: Lines = [
  'def outcome(task):',
  [
    'if not task.done():',
    ["return 'pending'"],
    'if task.cancelled():',
    ["return 'cancelled'"],
    'return task.exception() or task.result()',
  ],
  'def names(ones):',
  ["return [one.get_name() if isinstance(one, asyncio.Task) else 'future' for one in ones]"],
  'def milliseconds(when):',
  ['return None if when is None else round(when * 1000)'],
  'tasks = []',
  'functions = []',
  'def keep(task, function):',
  ['tasks.append(task)', 'functions.append(function)'],
];

const PYTHON_LATER: Lines = [
  'async def settled(waited, timeout):',
  [
    'over = loop.create_future()',
    'def one_done(_):',
    ['if not over.done() and all(task.done() for task in waited):', ['over.set_result(None)']],
    'for task in waited:',
    ['task.add_done_callback(one_done)'],
    'timer = loop.call_later(timeout, over.set_result, None)',
    'await over',
    'timer.cancel()',
  ],
  'def later(function, which):',
  [
    'behind = [task for task, its in zip(tasks, functions) if its > function] or futures',
    'return behind[which % len(behind)]',
  ],
];

/** The same as {@link run} on the other side. */
const PYTHON_RUN: Lines = [
  "keep(asyncio.create_task(f0(), name='main', eager_start=False), 0)",
  `await settled(tasks[:1], ${String(TIME)})`,
  "trace('over')",
  `for _ in range(${String(ROUNDS)}):`,
  [
    'left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]',
    'if not left:',
    ['break'],
    "trace('left', names(left))",
    'for task in left:',
    ["task.cancel('over')"],
    'await settled(left, 5)',
  ],
  'for task in tasks:',
  ["trace('end', task.get_name(), outcome(task), task.cancelling())"],
];

/** The program in Python, for the oracle. */
export function toPython(program: Program): string {
  const body = new Printer(program, python).lines();
  return indent(
    [
      'import asyncio',
      'import contextvars',
      ...PYTHON_TOOLS,
      'async def main(trace):',
      [...body, ...PYTHON_LATER, ...PYTHON_RUN],
    ],
    '    ',
  );
}

/** The program in JavaScript: the body of a function that gives the main function. */
export function toJavaScript(program: Program, style: RandomStyle): string {
  let isGenerator = style === 'generator';
  const language = javascript(() => isGenerator);
  const lines = new Printer(program, language, (fn) => {
    if (style === 'mixed') isGenerator = fn.style === 'generator';
  }).lines();
  return indent(
    [
      'const { contextvars } = asyncio;',
      'const { tasks, keep, later, names, milliseconds } = tools;',
      ...lines,
      'tools.futures = futures;',
      'return f0;',
    ],
    '  ',
  );
}

/** What the program finds here. */
class Tools {
  readonly tasks: asyncio.Task[] = [];
  futures: asyncio.Future[] = [];
  readonly #functions = new Map<asyncio.Task, number>();

  readonly keep = (task: asyncio.Task, fn: number): void => {
    this.tasks.push(task);
    this.#functions.set(task, fn);
  };

  readonly later = (fn: number, which: number): asyncio.Future => {
    const behind = this.tasks.filter((task) => (this.#functions.get(task) ?? 0) > fn);
    const all = behind.length === 0 ? this.futures : behind;
    return all[which % all.length] as asyncio.Future;
  };

  readonly milliseconds = (when: number | null): number | null => (when === null ? null : Math.round(when * 1000));

  readonly names = (ones: Iterable<asyncio.Future>): string[] =>
    Array.from(ones, (one) => (one instanceof asyncio.Task ? one.get_name() : 'future'));
}

function outcome(task: asyncio.Task): unknown {
  if (!task.done()) return 'pending';
  if (task.cancelled()) return 'cancelled';
  return task.exception() ?? task.result();
}

type Setup = (library: typeof asyncio, trace: Trace, tools: Tools) => () => asyncio.Coroutine<unknown>;

/** Waits for the tasks, but not longer than a timeout. It is written with futures: what is tested is not relied on. */
function* settled(tasks: readonly asyncio.Task[], timeout: number): asyncio.Gen<void> {
  const loop = asyncio.get_running_loop();
  const over = loop.create_future<null>();
  const oneDone = (): void => {
    if (!over.done() && tasks.every((task) => task.done())) over.set_result(null);
  };
  for (const task of tasks) task.add_done_callback(oneDone);
  const timer = loop.call_later(timeout, () => {
    over.set_result(null);
  });
  yield* over;
  timer.cancel();
}

function* run(setup: Setup, trace: Trace): asyncio.Gen<void> {
  const tools = new Tools();
  const { tasks, keep, names } = tools;
  const f0 = setup(asyncio, trace, tools);
  keep(asyncio.create_task(f0(), { name: 'main', eager_start: false }), 0);
  yield* settled(tasks.slice(0, 1), TIME);
  trace('over');
  for (let round = 0; round < ROUNDS; round++) {
    const left = [...asyncio.all_tasks()].filter((task) => task !== asyncio.current_task());
    if (left.length === 0) break;
    trace('left', names(left));
    for (const task of left) task.cancel('over');
    yield* settled(left, 5);
  }
  for (const task of tasks) trace('end', task.get_name(), outcome(task), task.cancelling());
}

/** What the program traces here. */
export async function playRandom(program: Program, style: RandomStyle): Promise<string[]> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program was printed by this suite
  const setup = new Function('asyncio', 'trace', 'tools', toJavaScript(program, style)) as Setup;
  const main = asyncio.coroutine((trace: Trace) => run(setup, trace));
  return play({ main }, false);
}

/** The styles in which a program has to agree. A native body can't be started eagerly (Differences). */
export function stylesOf(program: Program): readonly RandomStyle[] {
  return program.eager ? ['generator'] : ['wrapped', 'generator', 'mixed'];
}
