/** The call graph: what tasks execute, what they wait for, and who waits for them. */
import { signature } from '../../builtins/arguments.js';
import { defaultHost } from '../../host/registry.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { Future } from '../futures/futures.js';
import type { FutureCallGraph } from './graph_entries.js';
import { format } from './graph_text.js';
import { capture, type Calls } from './graph_walk.js';

/** The keywords of {@link capture_call_graph}. @public */
export interface CallGraphOptions {
  /**
   * How many frames at the top of the current stack are left out, beginning with that of `capture_call_graph`, or of
   * `format_call_graph`, also where `print_call_graph` calls it; 1 by default.
   */
  readonly depth?: number;
  /** How many entries a stack keeps: the outermost if positive, the innermost if negative, none for 0. */
  readonly limit?: number | null | undefined;
}

// Whose frames stand on the stack in CPython.
const CAPTURE: Calls = ['capture_call_graph'];
const FORMAT: Calls = [...CAPTURE, 'format_call_graph'];
const PRINT: Calls = [...FORMAT, 'print_call_graph'];

const addSpec = signature('future_add_to_awaited_by(fut, waiter, /)');
const discardSpec = signature('future_discard_from_awaited_by(fut, waiter, /)');

/**
 * Notes for the call graph that `waiter` waits for `fut`, for code that waits by callbacks. The library does it itself.
 *
 * @remarks
 * **Python.** `asyncio.future_add_to_awaited_by`. What is no {@link Future} is passed over.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const [watched, watcher] = [loop.create_future(), loop.create_future()];
 *   asyncio.future_add_to_awaited_by(watched, watcher);
 *   return asyncio.capture_call_graph(watched)?.awaited_by[0]?.future === watcher;
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @param fut - What is waited for.
 * @param waiter - Who waits.
 * @public
 */
export function future_add_to_awaited_by(fut: Future<unknown>, waiter: Future<unknown>): void;
export function future_add_to_awaited_by(...args: readonly unknown[]): void {
  const [future, waiter] = addSpec.bind(args);
  if (future instanceof Future && waiter instanceof Future) addAwaitedBy(future, waiter);
}

/**
 * Takes back what {@link future_add_to_awaited_by} noted.
 *
 * @remarks
 * **Python.** `asyncio.future_discard_from_awaited_by`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const [watched, watcher] = [loop.create_future(), loop.create_future()];
 *   asyncio.future_add_to_awaited_by(watched, watcher);
 *   asyncio.future_discard_from_awaited_by(watched, watcher);
 *   return asyncio.capture_call_graph(watched)?.awaited_by;
 * });
 * await asyncio.run(main()); // => []
 * ```
 *
 * @param fut - What was waited for.
 * @param waiter - Who waits no longer.
 * @public
 */
export function future_discard_from_awaited_by(fut: Future<unknown>, waiter: Future<unknown>): void;
export function future_discard_from_awaited_by(...args: readonly unknown[]): void {
  const [future, waiter] = discardSpec.bind(args);
  if (future instanceof Future && waiter instanceof Future) discardAwaitedBy(future, waiter);
}

const captureSpec = signature('capture_call_graph(future?, /, *, depth, limit)');
const formatSpec = signature('format_call_graph(future?, /, *, depth, limit)');
const printSpec = signature('print_call_graph(future?, /, *, file, depth, limit)');

/**
 * The call graph of a future or task: what it executes, and who waits for it, and so on.
 *
 * @remarks
 * **Python.** `asyncio.capture_call_graph`. It takes time in proportion to the size of the graph.
 *
 * @example
 * ```ts
 * const child = asyncio.coroutine(async () => await asyncio.sleep(0.01));
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(child());
 *   const waiting = asyncio.create_task(asyncio.wait([task]), { name: 'waiting' });
 *   await asyncio.sleep(0);
 *   await asyncio.sleep(0);
 *   const graph = asyncio.capture_call_graph(task);
 *   await waiting;
 *   return graph?.awaited_by.map(({ future }) => (future as asyncio.Task).get_name());
 * });
 * await asyncio.run(main()); // => ['waiting']
 * ```
 *
 * @param future - The future or task; by default the current task.
 * @param options - `depth`, `limit`.
 * @returns The graph; null if there is no current task.
 * @throws RuntimeError outside of a loop without `future`, TypeError if it is no future.
 * @public
 */
export function capture_call_graph(future?: Future<unknown> | null, options?: CallGraphOptions): FutureCallGraph | null;
export function capture_call_graph(options: CallGraphOptions): FutureCallGraph | null;
export function capture_call_graph(...args: readonly unknown[]): FutureCallGraph | null {
  const [future, depth, limit] = captureSpec.bind(args);
  return capture(future, (depth ?? 1) as number, (limit ?? null) as number | null, CAPTURE);
}

function formatted(future: unknown, depth: unknown, limit: unknown, calls: Calls): string {
  const graph = capture(future, ((depth ?? 1) as number) + 1, (limit ?? null) as number | null, calls);
  return graph === null ? '' : format(graph);
}

/**
 * The call graph of a future or task, as text.
 *
 * @remarks
 * **Python.** `asyncio.format_call_graph`. The place in a suspended coroutine is not known in JavaScript; in debug mode
 * the text says where it was made.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(1), { name: 'sleeper' });
 *   await asyncio.sleep(0);
 *   const text = asyncio.format_call_graph(task);
 *   await task;
 *   return text.replace(/0x\w+/, '0x…').split('\n');
 * });
 * await asyncio.run(main()); // => ["* Task(name='sleeper', id=0x…)", '  + Call stack:', '  |   in async sleep()']
 * ```
 *
 * @param future - The future or task; by default the current task.
 * @param options - `depth`, `limit`.
 * @returns The text; it is empty if there is no current task.
 * @throws RuntimeError outside of a loop without `future`, TypeError if it is no future.
 * @public
 */
export function format_call_graph(future?: Future<unknown> | null, options?: CallGraphOptions): string;
export function format_call_graph(options: CallGraphOptions): string;
export function format_call_graph(...args: readonly unknown[]): string {
  const [future, depth, limit] = formatSpec.bind(args);
  return formatted(future, depth, limit, FORMAT);
}

/** The keywords of {@link print_call_graph}. @public */
export interface PrintCallGraphOptions extends CallGraphOptions {
  /** Something with `write`; by default the standard output. */
  readonly file?: { write(text: string): unknown } | null | undefined;
}

/**
 * Prints the call graph of a future or task.
 *
 * @remarks
 * **Python.** `asyncio.print_call_graph`. As there, the current task's stack begins with the frame of
 * `print_call_graph` itself; `depth: 2` leaves it out.
 *
 * @example
 * ```ts
 * const lines: string[] = [];
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(1), { name: 'sleeper' });
 *   asyncio.print_call_graph(task, { file: { write: (text) => lines.push(text) } });
 *   await task;
 * });
 * await asyncio.run(main());
 * lines[0]?.startsWith("* Task(name='sleeper'"); // => true
 * ```
 *
 * @param future - The future or task; by default the current task.
 * @param options - `file`, `depth`, `limit`.
 * @throws RuntimeError outside of a loop without `future`, TypeError if it is no future.
 * @public
 */
export function print_call_graph(future?: Future<unknown> | null, options?: PrintCallGraphOptions): void;
export function print_call_graph(options: PrintCallGraphOptions): void;
export function print_call_graph(...args: readonly unknown[]): void {
  const [future, file, depth, limit] = printSpec.bind(args) as [
    unknown,
    PrintCallGraphOptions['file'],
    unknown,
    unknown,
  ];
  const text = `${formatted(future, depth, limit, PRINT)}\n`;
  if (file === null || file === undefined) defaultHost().write_output(text);
  else file.write(text);
}
