/** How `gather` waits for its children. The loop gathers what is left at its end. */
import { snapshot, type Snapshot } from '../../contextvars/snapshot.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { PendingCallback, Watcher } from '../futures/base_futures.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { toFuture, toTask } from '../tasks/ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { CancelledError } from '../common/exceptions.js';
import { Future, cancelMessage } from '../futures/futures.js';
import { callbackNamed } from '../common/named_callback.js';
import { runningLoop, runningTask } from '../common/running.js';
import { Task } from '../tasks/tasks.js';

/** Cancelled, it cancels its children, and ends when they have. */
export class GatheringFuture extends Future<unknown[]> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return '_GatheringFuture';
  }

  children: readonly Future<unknown>[] = [];
  cancelRequested = false;

  override cancel(...args: [unknown?]): boolean {
    if (this.done()) return false;
    const message = args.length === 0 ? null : cancelMessage(args);
    let any = false;
    for (const child of this.children) {
      if (message === null ? child.cancel() : child.cancel({ msg: message })) any = true;
    }
    // Once a child was cancelled the request counts, whatever the children make of it.
    if (any) this.cancelRequested = true;
    return any;
  }
}

/** Watches the children of one `gather`. */
class Gathering extends Watcher {
  override readonly task: Task<unknown> | null;
  readonly #returnExceptions: boolean;
  readonly #snapshot: Snapshot;
  #outer: GatheringFuture | null = null;
  #count = 0;
  #finished = 0;
  #watched = 0;
  #told = 0;

  constructor(returnExceptions: boolean, waiter: Task<unknown> | null) {
    super();
    this.task = waiter;
    this.#returnExceptions = returnExceptions;
    this.#snapshot = snapshot();
  }

  /** Watches a child that is not done. */
  watch(child: Future<unknown>): void {
    this.#watched += 1;
    child._addWaiter(this);
  }

  /** Has itself called for a child by a callback, as anybody would. */
  listen(child: Future<unknown>): void {
    addAwaitedBy(child, this.task);
    child.add_done_callback(this.callback);
  }

  /** All children are there; no callback is called before. */
  complete(outer: GatheringFuture, count: number): void {
    this.#outer = outer;
    this.#count = count;
  }

  override _futureDone(child: Future<unknown>): void {
    this.#told += 1;
    // The last has its callback in any case: then the outer future is done in the turn in which CPython's is.
    if (this.#told < this.#watched && child._state === 'FINISHED' && child._exception === null) this.#finished += 1;
    else {
      const handle = new PendingCallback(this.callback, child, null);
      handle._scope = this.#snapshot;
      child._loop._enqueueCallback(handle);
    }
  }

  /** Called for each child, unless it would only be counted. */
  override readonly callback = callbackNamed('gather.<locals>._done_callback', (child: Future<unknown>): void => {
    this.#finished += 1;
    discardAwaitedBy(child, this.task);
    const outer = this.#outer as GatheringFuture;
    if (outer.done()) {
      // Nobody will ask for it any more: an exception counts as seen.
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!this.#returnExceptions) {
      const error = child.cancelled() ? child._make_cancelled_error() : child.exception();
      if (error !== null) {
        outer.set_exception(error);
        return;
      }
    }
    if (this.#finished < this.#count) return;
    const results = outer.children.map(outcome);
    // CPython asks the last of the children here, whichever came last.
    const last = outer.children.at(-1) ?? child;
    if (outer.cancelRequested) outer.set_exception(last._make_cancelled_error());
    else outer.set_result(results);
  });
}

function outcome(child: Future<unknown>): unknown {
  if (child.cancelled()) return new CancelledError(child._cancel_message ?? '');
  return child.exception() ?? child.result();
}

/**
 * Whether it is given for the first time, for then it becomes a task, and is no longer new. Everything else is looked
 * up in a map: what was given twice is awaited once.
 */
function isNew(argument: unknown): argument is Coroutine<unknown> {
  return argument instanceof Coroutine && argument._isNew();
}

function paired(given: readonly unknown[], children: readonly Future<unknown>[]): Map<unknown, Future<unknown>> {
  return new Map(children.map((child, index) => [given[index], child]));
}

/** Gathers one or several. */
export function gatherGiven(given: readonly AwaitableOrThunk<unknown>[], returnExceptions: boolean): Future<unknown[]> {
  let loop: AbstractEventLoop | null = runningLoop();
  const waiter = loop === null ? null : runningTask();
  let known: Map<unknown, Future<unknown>> | null = null;
  let count = 0;
  const children: Future<unknown>[] = [];
  const finished: Future<unknown>[] = [];
  let isCounted: boolean | null = null;
  const gathering = new Gathering(returnExceptions, waiter);
  for (const argument of given) {
    const isFirst = isNew(argument);
    if (!isFirst) known ??= paired(given, children);
    let future = known?.get(argument);
    if (future === undefined) {
      future = isFirst ? toTask(argument, loop, true) : toFuture(argument, loop);
      loop ??= future.get_loop();
      // The caller has no hand on a task that was made here: the end of the loop does not report it.
      const own = (future as unknown) !== argument && future instanceof Task ? future : null;
      if (own !== null) own._log_destroy_pending = false;
      count += 1;
      known?.set(argument, future);
      // At once: the next child may start eagerly, and add callbacks of its own.
      if (future.done()) finished.push(future);
      else if (own?.constructor === Task && (isCounted ??= !loop._seesCallbacks)) gathering.watch(own);
      else gathering.listen(future);
    }
    children.push(future);
    // A task factory of the program's has kept it for later.
    if (isFirst && argument._isNew()) known ??= paired(given, children);
  }
  const outer = new GatheringFuture({ loop });
  outer.children = children;
  gathering.complete(outer, count);
  for (const future of finished) gathering.callback(future);
  return outer;
}
