/** What a loop calls: the handles that it gives out. */
import { notCallable } from '../../builtins/argument_errors.js';
import { TypeError } from '../../builtins/exceptions.js';
import { reprFloat } from '../../builtins/literals.js';
import { rareFields } from '../../builtins/rare_fields.js';
import { installRepr } from '../../builtins/repr.js';
import type { Context } from '../../contextvars/context.js';
import { contextOf, enterContextOf, exitContextOf, snapshot, type Snapshot } from '../../contextvars/snapshot.js';
import type { AbstractEventLoop } from './events.js';
import { isFatal } from '../common/exceptions.js';
import { createdAt, extractStack, formatCallback, type FrameSummary } from '../common/format_helpers.js';
import type { ExceptionContext } from './loop_options.js';
import { watching } from '../common/observer.js';

/** A callback of the loop. @public */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any function may be a callback; its arguments come along
export type Callback = (...args: any[]) => unknown;

/** Of a callback that has none, or that keeps them elsewhere. */
export const NO_ARGUMENTS: readonly unknown[] = [];

/**
 * An entry of the ready queue: a handle, a task whose step is due, a native body to be resumed.
 *
 * @internal
 */
export interface Runnable {
  readonly _cancelled: boolean;
  /** Where the entry was made, for reports; only in debug mode. */
  readonly _source_traceback: readonly FrameSummary[] | null;
  _run(): void;
}

/**
 * A callback that a loop is going to call: what `call_soon` and its like return.
 *
 * @remarks
 * **Python.** `asyncio.Handle`.
 *
 * @example
 * ```ts
 * const calls: string[] = [];
 * const main = asyncio.coroutine(async () => {
 *   const handle = asyncio.get_running_loop().call_soon(() => calls.push('called'));
 *   handle.cancel();
 *   await asyncio.sleep(1);
 *   return handle.cancelled();
 * });
 * await asyncio.run(main()); // => true
 * calls; // => []
 * ```
 *
 * @public
 */
export class Handle implements Runnable {
  /** @internal */ _callback: Callback | null;
  /** @internal */ _args: readonly unknown[] | null;
  /** The context; until somebody asks for it, what it will be made of. @internal */
  _scope: Snapshot | Context;
  /** @internal */ readonly _loop: AbstractEventLoop;
  /** @internal */ _cancelled: boolean = false;
  /** @internal */ declare _repr: string | null;
  /** @internal */ declare readonly _source_traceback: readonly FrameSummary[] | null;

  /**
   * Loops make handles; programs have no reason to.
   *
   * @param callback - The function.
   * @param args - Its arguments.
   * @param loop - The loop that will call it.
   * @param context - Where it runs; by default a copy of the current context.
   */
  constructor(callback: Callback, args: readonly unknown[], loop: AbstractEventLoop, context?: Context | null) {
    this._callback = callback;
    this._args = args.length === 0 ? NO_ARGUMENTS : args;
    this._scope = context ?? snapshot();
    this._loop = loop;
    if (loop.get_debug()) this._source_traceback = extractStack();
  }

  /** Cancels the call; nothing happens if it was cancelled or made already. */
  cancel(): void {
    if (this._cancelled) return;
    this._cancelled = true;
    if (watching.observer !== null) watching.observer.handleCancelled(this);
    // Debug mode keeps the text, for reports about a handle that was cancelled while it ran.
    if (this._loop.get_debug()) this._repr = this.__repr__();
    this._callback = null;
    this._args = null;
  }

  /** Whether the call was cancelled. */
  cancelled(): boolean {
    return this._cancelled;
  }

  /** The context in which the callback runs. */
  get_context(): Context {
    return this._context;
  }

  /** @internal */
  get _context(): Context {
    return contextOf(this);
  }

  /** Python's text, such as `<Handle work()>`. */
  __repr__(): string {
    if (this._repr !== null) return this._repr;
    return `<${this._info().join(' ')}${createdAt(this._source_traceback)}>`;
  }

  /** What the callback is called with, as long as it may be. @internal */
  _arguments(): readonly unknown[] {
    return this._args ?? NO_ARGUMENTS;
  }

  /** @internal */
  _info(): string[] {
    const info = [this.constructor.name];
    if (this._cancelled) info.push('cancelled');
    if (this._callback !== null) info.push(formatCallback(this._callback, this._arguments(), this._loop.get_debug()));
    return info;
  }

  /** @internal */
  _run(): void {
    const callback = this._callback;
    if (callback === null) return;
    const args = this._args;
    try {
      enterContextOf(this);
      try {
        this._call(callback);
      } finally {
        exitContextOf(this);
      }
    } catch (error) {
      if (isFatal(error)) throw error;
      // It may have cancelled itself, which has taken them away.
      report(this, callback, this._cancelled ? (args ?? NO_ARGUMENTS) : this._arguments(), error);
    }
  }

  /** @internal */
  _call(callback: Callback): void {
    const args = this._args ?? NO_ARGUMENTS;
    if (args.length === 0) callback();
    else if (args.length === 1) callback(args[0]);
    else callback(...args);
  }
}

rareFields(Handle, ['_repr', '_source_traceback']);

/** A callback has raised an error. */
function report(handle: Handle, callback: Callback, args: readonly unknown[], exception: unknown): void {
  const isCallable = typeof (callback as unknown) === 'function';
  const context: ExceptionContext = {
    message: `Exception in callback ${formatCallback(callback, args, handle._loop.get_debug())}`,
    // JavaScript's words would name a variable of ours.
    exception: isCallable ? exception : new TypeError(notCallable(callback)),
    handle,
  };
  if (handle._source_traceback !== null) context.source_traceback = handle._source_traceback;
  handle._loop.call_exception_handler(context);
}

/** What `call_soon_threadsafe` returns; here it differs from other handles by its name only. */
export class ThreadSafeHandle extends Handle {}

Object.defineProperty(ThreadSafeHandle, 'name', { value: '_ThreadSafeHandle' });

let timerCount = 0;

/**
 * A callback that a loop is going to call at a certain time: what `call_later` and `call_at` return.
 *
 * @remarks
 * **Python.** `asyncio.TimerHandle`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const handle = loop.call_later(5, () => undefined);
 *   const left = handle.when() - loop.time();
 *   handle.cancel();
 *   return left;
 * });
 * await asyncio.run(main()); // => 5
 * ```
 *
 * @public
 */
export class TimerHandle extends Handle {
  /** @internal */ readonly _when: number;
  /** The number of its creation decides between equal deadlines. @internal */
  readonly _order: number = ++timerCount;
  /** Its place among the loop's timers, kept by these; -1 outside. @internal */
  _heapIndex: number = -1;

  /** Loops make handles; programs have no reason to. */
  constructor(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    loop: AbstractEventLoop,
    context?: Context | null,
  ) {
    super(callback, args, loop, context);
    this._when = when;
  }

  /** The time at which the callback is due, in seconds on the loop's clock. */
  when(): number {
    return this._when;
  }

  /** Cancels the call; nothing happens if it was cancelled or made already. */
  override cancel(): void {
    if (!this._cancelled) this._loop._timer_handle_cancelled(this);
    super.cancel();
  }

  /** Whether this timer is due before another. */
  __lt__(other: TimerHandle): boolean {
    return this._when < other._when;
  }

  /** Whether this timer is due before another, or equals it. */
  __le__(other: TimerHandle): boolean {
    return this._when < other._when || this.__eq__(other);
  }

  /** Whether this timer is due after another. */
  __gt__(other: TimerHandle): boolean {
    return this._when > other._when;
  }

  /** Whether this timer is due after another, or equals it. */
  __ge__(other: TimerHandle): boolean {
    return this._when > other._when || this.__eq__(other);
  }

  /** Whether two timers make the same call at the same time. */
  __eq__(other: unknown): boolean {
    if (!(other instanceof TimerHandle)) return false;
    const [mine, others] = [this._arguments(), other._arguments()];
    return (
      this._when === other._when &&
      this._callback === other._callback &&
      this._cancelled === other._cancelled &&
      mine.length === others.length &&
      mine.every((argument, index) => argument === others[index])
    );
  }

  /** @internal */
  override _info(): string[] {
    const info = super._info();
    info.splice(this._cancelled ? 2 : 1, 0, `when=${reprFloat(this._when)}`);
    return info;
  }
}

installRepr(Handle);
