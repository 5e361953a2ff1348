/** From the callbacks of the platform to coroutines. */
import type { Outcome } from '../../host/network.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { fromOpenSSLError } from '../../ssl/errors.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';

/** Waits for what the platform answers. Whoever gives up gets no answer; `discard` gets what comes too late,
 * and `convert` makes Python's error of the platform's. */
export function* outcome<T>(
  loop: AbstractEventLoop,
  start: (outcome: Outcome<T>) => { cancel(): void } | undefined,
  discard?: (result: T) => void,
  convert: (error: Error) => unknown = fromSystemError,
): Gen<T> {
  const future = loop.create_future<T>();
  const pending = start((error, result) => {
    if (future.done() || loop.is_closed()) {
      if (error === null) discard?.(result as T);
    } else if (error === null) future.set_result(result as T);
    else future.set_exception(convert(error) as Error);
  });
  try {
    return yield* future;
  } catch (error) {
    if (future.cancelled()) pending?.cancel();
    // Who is cancelled when the answer is there already doesn't get it.
    else if (future.done() && future.exception() === null) discard?.(future.result());
    throw error;
  }
}

/** Ends a wait, unless nobody waits any more. */
export function setResultUnlessCancelled(future: Future<null>): void {
  if (!future.cancelled()) future.set_result(null);
}
Object.defineProperty(setResultUnlessCancelled, 'name', { value: '_set_result_unless_cancelled' });

/** Python's error for one of the platform's. */
export function raisedFor(error: Error): Error {
  return fromOpenSSLError(fromSystemError(error)) as Error;
}
