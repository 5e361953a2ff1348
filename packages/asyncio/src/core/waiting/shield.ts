/** `shield`: a wait that a cancellation ends without reaching what is waited for. */
import { signature } from '../../builtins/arguments.js';
import { typeName } from '../../builtins/repr.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { current_task } from '../tasks/current.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { Future } from '../futures/futures.js';
import type { ExceptionContext } from '../contract/loop_options.js';
import { callbackNamed } from '../common/named_callback.js';

const spec = signature('shield(arg)');

/** Nobody waits any more: an exception of the inner future is told the loop. It goes by CPython's name. */
function _log_on_exception(future: Future<unknown>): void {
  if (future.cancelled()) return;
  const exception = future.exception();
  if (exception === null) return;
  const context: ExceptionContext = {
    message: `${typeName(exception)} exception in shielded future`,
    exception,
    future,
  };
  if (future._source_traceback !== null) context.source_traceback = future._source_traceback;
  future._loop.call_exception_handler(context);
}

const OUTER_DONE = 'shield.<locals>._outer_done_callback';

/** What the outer future of a `shield` has as its callback. */
interface OuterDone {
  (): void;
  inner?: Future<unknown>;
}

/** What is shielded, told by a callback of the outer future; null if it is another callback. */
export function shieldedBy(callback: unknown): Future<unknown> | null {
  const { inner, __qualname__ } = callback as OuterDone & { readonly __qualname__?: string };
  return __qualname__ === OUTER_DONE ? (inner ?? null) : null;
}

/** The two futures of one `shield`. */
class Shield {
  readonly #inner: Future<unknown>;
  readonly #outer: Future<unknown>;
  readonly #task: Future<unknown> | null;

  constructor(inner: Future<unknown>, outer: Future<unknown>) {
    this.#inner = inner;
    this.#outer = outer;
    this.#task = current_task(inner.get_loop());
    this.#outerDone.inner = inner;
  }

  watch(): void {
    const inner = this.#inner;
    if (this.#task !== null) {
      addAwaitedBy(inner, this.#task);
      inner.add_done_callback(this.#clearAwaitedBy);
    }
    inner.add_done_callback(this.#innerDone);
    this.#outer.add_done_callback(this.#outerDone);
  }

  readonly #clearAwaitedBy = callbackNamed(
    'shield.<locals>._clear_awaited_by_callback',
    (inner: Future<unknown>): void => {
      discardAwaitedBy(inner, this.#task);
    },
  );

  readonly #innerDone = callbackNamed('shield.<locals>._inner_done_callback', (inner: Future<unknown>): void => {
    const outer = this.#outer;
    if (outer.cancelled()) return;
    if (inner.cancelled()) outer.cancel();
    else {
      const exception = inner.exception();
      if (exception === null) outer.set_result(inner.result());
      else outer.set_exception(exception);
    }
  });

  readonly #outerDone: OuterDone = callbackNamed(OUTER_DONE, (): void => {
    const inner = this.#inner;
    if (inner.done()) return;
    inner.remove_done_callback(this.#innerDone);
    if (this.#task !== null) {
      // CPython leaves this one behind: a future that outlives many shields would fill up.
      inner.remove_done_callback(this.#clearAwaitedBy);
      discardAwaitedBy(inner, this.#task);
    }
    // From here on nobody asks for the outcome.
    inner.remove_done_callback(_log_on_exception);
    inner.add_done_callback(_log_on_exception);
  });
}

/**
 * Makes a wait that can be cancelled without cancelling what it waits for.
 *
 * @remarks
 * **Python.** `asyncio.shield`. An exception that comes when nobody waits any more is told to the loop's exception
 * handler.
 *
 * **Cancellation.** Who awaits the shield gets the `CancelledError`; the inner task goes on. If the inner task itself
 * is cancelled, so is the shield.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const inner = asyncio.create_task(asyncio.sleep(0.02, 'saved'));
 *   const waiting = asyncio.shield(inner);
 *   await asyncio.sleep(0.01);
 *   waiting.cancel();
 *   return await inner;
 * });
 * await asyncio.run(main()); // => 'saved'
 * ```
 *
 * @param arg - A future, a coroutine, a promise, a function of no arguments that makes a coroutine.
 * @returns A future with the same outcome; the inner one itself if that is done.
 * @public
 */
export function shield<T>(arg: AwaitableOrThunk<T>): Future<T>;
export function shield<T>(options: { readonly arg: AwaitableOrThunk<T> }): Future<T>;
export function shield(...args: readonly unknown[]): Future<unknown> {
  const [arg] = spec.bind(args);
  const inner = toFuture(arg as AwaitableOrThunk<unknown>, null);
  if (inner.done()) return inner;
  const outer = inner.get_loop().create_future();
  new Shield(inner, outer).watch();
  return outer;
}
