/** Builds a call graph: from a future to those who wait for it, and to what they execute or are suspended in. */
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { asTuple, repr } from '../../builtins/repr.js';
import { awaitChain, awaitersOf } from '../futures/await_chain.js';
import { notedAwaiters } from '../futures/awaited_by.js';
import { PendingCallback, Watcher } from '../futures/base_futures.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { current_task } from '../tasks/current.js';
import { _get_running_loop } from '../contract/current_loop.js';
import { callingFrames, type FrameSummary } from '../common/format_helpers.js';
import { Future } from '../futures/futures.js';
import { CallGraphFrame, FrameCallGraphEntry, FutureCallGraph } from './graph_entries.js';
import { NativeWaiter } from '../coroutines/native_waiter.js';
import { Task } from '../tasks/tasks.js';
import type { TaskWakeUp } from '../tasks/wake_ups.js';

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

/** The functions of the call graph that are being called, innermost first: CPython has them on the stack as well. */
export type Calls = readonly string[];

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

/** The graph of a future, or of the current task if none is given; null if there is none. */
export function capture(given: unknown, depth: number, limit: number | null, calls: Calls): FutureCallGraph | null {
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
