/** The call graph: what tasks execute, what they wait for, and who waits for them. */
import { signature } from '../builtins/arguments.js';
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { address, asTuple, installRepr, repr } from '../builtins/repr.js';
import { defaultHost } from '../host/registry.js';
import { awaitChain, awaitersOf } from './await_chain.js';
import { addAwaitedBy, discardAwaitedBy, notedAwaiters } from './awaited_by.js';
import { PendingCallback, Watcher } from './base_futures.js';
import type { Coroutine } from './coroutines.js';
import { current_task } from './current.js';
import { callingFrames, type FrameSummary } from './format_helpers.js';
import { Future } from './futures.js';
import { NativeWaiter } from './native_waiter.js';
import { _get_running_loop } from './policies.js';
import { Task } from './tasks.js';
import type { TaskWakeUp } from './wake_ups.js';

/**
 * What stands in a call stack. JavaScript tells where a function stands only while it executes: of one that is
 * suspended the place is not known.
 *
 * @remarks
 * **Python.** Stands for the frame object in {@link FrameCallGraphEntry}.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.capture_call_graph()?.call_stack.at(-1)?.frame.kind);
 * await asyncio.run(main()); // => 'async'
 * ```
 *
 * @public
 */
export class CallGraphFrame {
  /** The function's name. */
  readonly name: string;
  /** Whether it is a coroutine, an asynchronous generator, or a function that one of them calls. */
  readonly kind: 'async' | 'async generator' | 'function';
  /** The file; null if the place is not known. */
  readonly filename: string | null;
  /** The line; null if the place is not known. */
  readonly lineno: number | null;
  /** Where the coroutine was made, in debug mode. */
  readonly created: FrameSummary | null;

  /** @internal */
  constructor(
    name: string,
    kind: CallGraphFrame['kind'],
    place: FrameSummary | null,
    created: FrameSummary | null = null,
  ) {
    this.name = name;
    this.kind = kind;
    this.filename = place?.filename ?? null;
    this.lineno = place?.lineno ?? null;
    this.created = created;
  }

  /** Such as `<frame at 0x…, file 'main.ts', line 3, code work>`. */
  __repr__(): string {
    const place = this.filename === null ? '' : ` file ${repr(this.filename)}, line ${String(this.lineno)},`;
    return `<frame at ${address(this)},${place} code ${this.name}>`;
  }
}

installRepr(CallGraphFrame);

const entrySpec = signature('FrameCallGraphEntry.__init__', { method: true, positional: ['frame'], required: 1 });
const graphSpec = signature('FutureCallGraph.__init__', {
  method: true,
  positional: ['future', 'call_stack', 'awaited_by'],
  required: 3,
});

/**
 * An entry of a call stack.
 *
 * @remarks
 * **Python.** `asyncio.FrameCallGraphEntry`, since 3.14; there `frame` is Python's frame object.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(1));
 *   await asyncio.sleep(0);
 *   const names = asyncio.capture_call_graph(task)?.call_stack.map(({ frame }) => frame.name);
 *   await task;
 *   return names;
 * });
 * await asyncio.run(main()); // => ['sleep']
 * ```
 *
 * @public
 */
export class FrameCallGraphEntry {
  /** What stands there. */
  readonly frame: CallGraphFrame;

  /** @param frame - What stands there; also as keyword. */
  constructor(frame: CallGraphFrame);
  constructor(options: { readonly frame: CallGraphFrame });
  constructor(...args: readonly unknown[]) {
    this.frame = entrySpec.bind(args)[0] as CallGraphFrame;
  }

  /** Python's text. */
  __repr__(): string {
    return `FrameCallGraphEntry(frame=${repr(this.frame)})`;
  }
}

installRepr(FrameCallGraphEntry);

/**
 * A future or task, what it executes, and who waits for it.
 *
 * @remarks
 * **Python.** `asyncio.FutureCallGraph`, since 3.14. A future that several wait for stands in the graph once.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const future = asyncio.get_running_loop().create_future();
 *   const waiter = asyncio.create_task(asyncio.wait([future]));
 *   await asyncio.sleep(0);
 *   const graph = asyncio.capture_call_graph(future);
 *   future.set_result(null);
 *   await waiter;
 *   return graph?.awaited_by[0]?.future === waiter;
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @public
 */
export class FutureCallGraph {
  /** The future or task. */
  readonly future: Future<unknown>;
  /** What it executes, or is suspended in, innermost first. */
  readonly call_stack: readonly FrameCallGraphEntry[];
  /** The graphs of those who wait for it. */
  readonly awaited_by: readonly FutureCallGraph[];

  /**
   * @param future - The future or task.
   * @param call_stack - What it executes.
   * @param awaited_by - The graphs of those who wait for it. All three also as keywords.
   */
  constructor(
    future: Future<unknown>,
    call_stack: readonly FrameCallGraphEntry[],
    awaited_by: readonly FutureCallGraph[],
  );
  constructor(
    future: Future<unknown>,
    call_stack: readonly FrameCallGraphEntry[],
    options: Pick<FutureCallGraph, 'awaited_by'>,
  );
  constructor(future: Future<unknown>, options: Pick<FutureCallGraph, 'call_stack' | 'awaited_by'>);
  constructor(options: Pick<FutureCallGraph, 'future' | 'call_stack' | 'awaited_by'>);
  constructor(...args: readonly unknown[]) {
    const [future, stack, awaitedBy] = graphSpec.bind(args);
    this.future = future as Future<unknown>;
    this.call_stack = stack as readonly FrameCallGraphEntry[];
    this.awaited_by = awaitedBy as readonly FutureCallGraph[];
  }

  /** Python's text. */
  __repr__(): string {
    const stack = repr(asTuple([...this.call_stack]));
    return `FutureCallGraph(future=${repr(this.future)}, call_stack=${stack}, awaited_by=${repr(asTuple([...this.awaited_by]))})`;
  }
}

installRepr(FutureCallGraph);

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

const compatible = (future: unknown): Error =>
  new TypeError(`${repr(future)} object does not appear to be compatible with asyncio.Future`);

/** Cuts a stack, which stands outermost first, and turns it around. */
function cut(outermostFirst: FrameCallGraphEntry[], limit: number | null): FrameCallGraphEntry[] {
  let kept = outermostFirst;
  if (limit !== null) kept = limit >= 0 ? kept.slice(0, limit) : kept.slice(limit);
  return kept.reverse();
}

/** A coroutine and those that it awaits, outermost first. What only stands for a stretch of another one is left out. */
function chain(outermost: unknown, end: unknown = null): FrameCallGraphEntry[] {
  return entriesOf(awaitChain(outermost, end));
}

function entriesOf(coroutines: readonly Coroutine<unknown>[]): FrameCallGraphEntry[] {
  return coroutines.map(({ __qualname__, _origin }) => {
    const created = _origin?.at(-1) ?? null;
    return new FrameCallGraphEntry(new CallGraphFrame(__qualname__, 'async', null, created));
  });
}

/** What a task is suspended in, outermost first. */
function suspendedIn(future: Future<unknown>): FrameCallGraphEntry[] {
  return future instanceof Task ? chain(future._coro) : [];
}

/** The functions of this module that are being called, innermost first: CPython has them on the stack as well. */
type Calls = readonly string[];
const CAPTURE: Calls = ['capture_call_graph'];
const FORMAT: Calls = [...CAPTURE, 'format_call_graph'];
const PRINT: Calls = [...FORMAT, 'print_call_graph'];

/** What the current task executes: the frames that JavaScript knows, and the coroutines around them. */
function executing(task: Task<unknown>, depth: number, calls: Calls): FrameCallGraphEntry[] {
  const entry = (name: string, isCoroutine: boolean, place: FrameSummary | null): FrameCallGraphEntry =>
    new FrameCallGraphEntry(new CallGraphFrame(name, isCoroutine ? 'async' : 'function', place));
  const entries = [
    ...calls.map((name) => entry(name, false, null)),
    ...callingFrames().map(({ isCoroutine, ...place }) => entry(place.name, isCoroutine, place)),
  ];
  // What is resumed by itself executes without the bodies that await it standing on the stack.
  const segment = task._segment;
  const bodies = [...awaitersOf(segment, task._coro).reverse(), ...segment._bodiesAround()];
  const around = entriesOf(bodies.filter(({ _inline }) => !_inline));
  const stack = [...around, ...entries.reverse()];
  return stack.slice(0, Math.max(0, stack.length - Math.max(0, depth)));
}

/** The task that waits in a future, if it is one. */
function awaitingTask(waiter: unknown): Future<unknown> | null {
  if (waiter instanceof Task) return waiter;
  if (waiter instanceof NativeWaiter || waiter instanceof Watcher) return waiter.task;
  return waiter instanceof PendingCallback ? ((waiter._callback as Partial<TaskWakeUp> | null)?.task ?? null) : null;
}

/** Who waits for a future: tasks that stand in it, and those of whom it was noted. */
function awaitedBy(future: Future<unknown>): Set<Future<unknown>> {
  const awaiters = new Set<Future<unknown>>();
  for (const waiter of [future._waiter, ...(future._waiters ?? [])]) {
    const task = awaitingTask(waiter);
    if (task !== null) awaiters.add(task);
  }
  for (const noted of notedAwaiters(future)) awaiters.add(noted);
  return awaiters;
}

/** Builds a graph from a node on; each future that occurs is looked at once, and nothing recurs. */
function build(start: Future<unknown>, stack: FrameCallGraphEntry[], limit: number | null): FutureCallGraph {
  const graphs = new Map<Future<unknown>, { graph: FutureCallGraph; parents: FutureCallGraph[] }>();
  const visit = (future: Future<unknown>, callStack: FrameCallGraphEntry[]): FutureCallGraph => {
    const parents: FutureCallGraph[] = [];
    const graph = new FutureCallGraph(future, asTuple(callStack), asTuple(parents));
    graphs.set(future, { graph, parents });
    return graph;
  };
  const root = visit(start, stack);
  // A map gives also what is added meanwhile.
  for (const [future, { parents }] of graphs) {
    for (const parent of awaitedBy(future)) {
      parents.push(graphs.get(parent)?.graph ?? visit(parent, cut(suspendedIn(parent), limit)));
    }
  }
  return root;
}

function capture(given: unknown, depth: number, limit: number | null, calls: Calls): FutureCallGraph | null {
  const loop = _get_running_loop();
  let future = given ?? null;
  const current = loop === null ? null : current_task(loop);
  if (future === null) {
    if (loop === null) {
      throw new RuntimeError(
        'capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided',
      );
    }
    future = current;
  }
  if (future === null) return null;
  if (!(future instanceof Future)) throw compatible(future);
  const stack = future === current && limit !== 0 ? executing(current, depth, calls) : suspendedIn(future);
  return build(future, cut(stack, limit), limit);
}

const addSpec = signature('future_add_to_awaited_by', { positionalOnly: ['fut', 'waiter'], required: 2 });
const discardSpec = signature('future_discard_from_awaited_by', { positionalOnly: ['fut', 'waiter'], required: 2 });

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

const captureSpec = signature('capture_call_graph', { positionalOnly: ['future'], keywordOnly: ['depth', 'limit'] });
const formatSpec = signature('format_call_graph', { positionalOnly: ['future'], keywordOnly: ['depth', 'limit'] });
const printSpec = signature('print_call_graph', {
  positionalOnly: ['future'],
  keywordOnly: ['file', 'depth', 'limit'],
});

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

/** A line of a call stack. */
function frameLine({ name, kind, filename, lineno, created }: CallGraphFrame): string {
  const called = `in ${kind === 'function' ? '' : `${kind} `}${name}()`;
  if (filename !== null) return `File ${repr(filename)}, line ${String(lineno)}, ${called}`;
  return created === null ? called : `${called}, created at ${created.filename}:${String(created.lineno)}`;
}

function header(future: Future<unknown>): string {
  return future instanceof Task
    ? `* Task(name=${repr(future.get_name())}, id=${address(future)})`
    : `* Future(id=${address(future)})`;
}

/** The text of a graph. Who waits for a future that stands in it several times is said at the first place. */
function format(graph: FutureCallGraph): string {
  const lines: string[] = [];
  const shown = new Set<FutureCallGraph>();
  const pending: [graph: FutureCallGraph, level: number][] = [[graph, 0]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [{ future, call_stack, awaited_by }, level] = next;
    const add = (line: string): void => void lines.push('    '.repeat(level) + line);
    add(header(future));
    if (call_stack.length > 0) add('  + Call stack:');
    for (const { frame } of call_stack) add(`  |   ${frameLine(frame)}`);
    if (awaited_by.length === 0) continue;
    add(`  + Awaited by:${shown.has(next[0]) ? ' (see above)' : ''}`);
    if (shown.has(next[0])) continue;
    shown.add(next[0]);
    for (const parent of [...awaited_by].reverse()) pending.push([parent, level + 1]);
  }
  return lines.join('\n');
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
 * **Python.** `asyncio.print_call_graph`. As there, the current task's stack begins with the frame of `print_call_graph`
 * itself; `depth: 2` leaves it out.
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
