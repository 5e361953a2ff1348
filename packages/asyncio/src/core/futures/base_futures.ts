/** What futures are made of besides their state: who waits in them, their reports, their texts. */
import { installRepr, repr } from '../../builtins/repr.js';
import { shortRepr } from '../../builtins/reprlib.js';
import type { Context } from '../../contextvars/context.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { ExceptionContext } from '../contract/loop_options.js';
import { Handle, NO_ARGUMENTS, type Callback } from '../contract/handles.js';
import { createdAt, formatCallback } from '../common/format_helpers.js';
import type { DoneCallback, Future } from './futures.js';
import { Report } from '../common/reports.js';

/** What waits in a future: a callback, what becomes an entry of the ready queue (a task, a native body), a watcher. */
export interface Waiter {
  /** The future is done: has this run in the next iteration. @internal */
  _futureDone(future: Future<unknown>): void;
}

/** A callback that waits in a future for its end, and then in the ready queue. */
export class PendingCallback extends Handle implements Waiter {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'Handle';
  }

  readonly #future: Future<unknown>;

  constructor(callback: DoneCallback<never>, future: Future<unknown>, context: Context | null) {
    // Without a list of its argument: there is one for each child of a `gather`.
    super(callback, NO_ARGUMENTS, future._loop, context);
    this.#future = future;
  }

  _futureDone(future: Future<unknown>): void {
    future._loop._enqueueCallback(this);
  }

  override _arguments(): readonly unknown[] {
    return this._cancelled ? NO_ARGUMENTS : [this.#future];
  }

  override _call(callback: Callback): void {
    callback(this.#future);
  }
}

/**
 * Watches several futures. One that is done tells it so at once, and has a callback called only where that would do
 * more than to count: a turn of the loop for each of a thousand is a large part of what they take.
 */
export abstract class Watcher implements Waiter {
  /** The callback, by whose name reprs know it. */
  abstract readonly callback: Callback;
  /** The task on whose behalf it watches, for the call graph. */
  abstract readonly task: Future<unknown> | null;

  abstract _futureDone(future: Future<unknown>): void;
}

/** `Future exception was never retrieved`. */
export class UnretrievedException extends Report {
  readonly #context: ExceptionContext;
  readonly #text: string;
  readonly #loop: AbstractEventLoop;

  constructor(future: Future<unknown>, exception: Error) {
    super(future._loop, future);
    this.#loop = future._loop;
    this.#text = repr(future);
    this.#context = { message: `${future.constructor.name} exception was never retrieved`, exception };
    if (future._source_traceback !== null) this.#context.source_traceback = future._source_traceback;
  }

  say(subject: object | null): void {
    this.#loop.call_exception_handler({ ...this.#context, future: subject ?? new StandIn(this.#text) });
  }
}

/** Stands where a report will be, if the exception is still unseen when the loop gives the host back. */
export const UNSEEN: { withdraw(): void } = {
  withdraw() {
    // There is no report yet.
  },
};

/** Takes the place of an object that was collected before its report. */
class StandIn {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  __repr__(): string {
    return this.#text;
  }
}

installRepr(StandIn);

/** The name of CPython's method that wakes a task: it is of the task's own class. */
export function wakeUpName(task: object): string {
  return `${task.constructor.name}.task_wakeup`;
}

/** How who waits shows in a repr: a callback by its name, a task by the method that wakes it. */
function waiterName(waiter: Waiter): string {
  if (waiter instanceof PendingCallback) return formatCallback(waiter._callback, []);
  if (waiter instanceof Watcher) return formatCallback(waiter.callback, []);
  // A native body waits for its task.
  const { task } = waiter as { readonly task?: object };
  return `${wakeUpName(task ?? waiter)}()`;
}

function waitersInfo(names: readonly string[]): string | null {
  const first = names[0];
  const last = names.at(-1);
  if (first === undefined || last === undefined) return null;
  if (names.length === 1) return `cb=[${first}]`;
  return names.length === 2 ? `cb=[${first}, ${last}]` : `cb=[${first}, <${String(names.length - 2)} more>, ${last}]`;
}

/** The parts of a future's repr. */
export function futureInfo(future: Future<unknown>): string[] {
  const info = [future._state.toLowerCase()];
  if (future._state === 'FINISHED') {
    const { _exception: exception, _result: result } = future;
    info.push(exception === null ? `result=${shortRepr(result)}` : `exception=${repr(exception)}`);
  }
  const waiters = future._waiter === null ? [] : [future._waiter, ...(future._waiters ?? [])];
  const shown = waitersInfo(waiters.map(waiterName));
  if (shown !== null) info.push(shown);
  const created = createdAt(future._source_traceback);
  if (created !== '') info.push(created.slice(1));
  return info;
}
