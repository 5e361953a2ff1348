/** What a random program finds here, and how it is run: the same as in tools.py. */
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../scenario';

/** How long the main function may take, in virtual seconds. What is left then is cancelled, again and again. */
const TIME = 20;
const ROUNDS = 20;

function outcome(future: asyncio.Future): unknown {
  if (!future.done()) return 'pending';
  if (future.cancelled()) return 'cancelled';
  return future.exception() ?? future.result();
}

function name(future: asyncio.Future): string {
  return future instanceof asyncio.Task ? future.get_name() : 'future';
}

export class Tools {
  readonly #trace: Trace;
  /** Counts what is done. */
  readonly hit: (name: string) => void;
  /** Tasks and other futures, main's task first. */
  readonly tasks: asyncio.Future[] = [];
  readonly #functions: number[] = [];
  /** Those of the program. */
  futures: asyncio.Future[] = [];

  constructor(trace: Trace, hit: (name: string) => void) {
    this.#trace = trace;
    this.hit = hit;
  }

  /** Keeps what a function runs in. */
  readonly keep = (future: asyncio.Future, fn: number): void => {
    this.tasks.push(future);
    this.#functions.push(fn);
  };

  /** What a function behind `fn` runs in, or if there is none, a future. */
  readonly later = (fn: number, which: number): asyncio.Future => {
    const behind = this.tasks.filter((_task, index) => (this.#functions[index] as number) > fn);
    const all = behind.length === 0 ? this.futures : behind;
    return all[which % all.length] as asyncio.Future;
  };

  readonly names = (futures: Iterable<asyncio.Future>): string[] => Array.from(futures, name);

  /** Of a set, whose order says nothing. */
  readonly sorted_names = (tasks: Iterable<asyncio.Task>): string[] =>
    // By length first: the numbers in names count on from program to program, and then they are in their order.
    this.names(tasks).sort((one, other) => one.length - other.length || (one < other ? -1 : 1));

  readonly milliseconds = (when: number | null): number | null => (when === null ? null : Math.round(when * 1000));

  readonly begins = (fn: string): void => {
    this.#trace(fn, (asyncio.current_task() as asyncio.Task).get_name());
  };

  readonly settle = (future: asyncio.Future): void => {
    this.#trace('settle', future.done());
    if (!future.done()) future.set_result('settled');
  };

  readonly cancel = (task: asyncio.Task): void => {
    this.#trace('tied', task.cancel('tied'));
  };

  readonly own_handler = (_loop: unknown, context: Readonly<Record<string, unknown>>): void => {
    this.#trace('handler', Object.keys(context).sort(), context.message ?? null, context.exception ?? null);
  };

  readonly failing_handler = (loop: unknown, context: Readonly<Record<string, unknown>>): void => {
    this.own_handler(loop, context);
    if ('handle' in context || 'label' in context) throw new asyncio.ValueError('handler');
  };

  readonly call_handler = (label: string): void => {
    const context = { message: 'called', label, exception: new asyncio.ValueError(label) };
    asyncio.get_running_loop().call_exception_handler(context);
  };
}

/** Makes the main function of a program. */
export type Setup = (
  library: typeof asyncio,
  contextvars: typeof asyncio.contextvars,
  trace: Trace,
  tools: Tools,
) => () => asyncio.Coroutine<unknown>;

/** Waits for the tasks, but not longer than a timeout. It is written with futures: what is tested is not relied on. */
function* settled(tasks: readonly asyncio.Future[], timeout: number): asyncio.Gen<void> {
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

export function* run(
  setup: Setup,
  library: typeof asyncio,
  trace: Trace,
  hit: (name: string) => void,
): asyncio.Gen<void> {
  const tools = new Tools(trace, hit);
  const first = setup(library, asyncio.contextvars, trace, tools);
  tools.keep(asyncio.create_task(first(), { name: 'main', eager_start: false }), 0);
  yield* settled(tools.tasks.slice(0, 1), TIME);
  trace('over');
  for (let round = 0; round < ROUNDS; round++) {
    const left = [...asyncio.all_tasks()].filter((task) => task !== asyncio.current_task());
    if (left.length === 0) break;
    trace('left', tools.names(left));
    for (const task of left) task.cancel('over');
    yield* settled(left, 5);
  }
  for (const task of tools.tasks) {
    trace('end', name(task), outcome(task), task instanceof asyncio.Task ? task.cancelling() : null);
  }
}
