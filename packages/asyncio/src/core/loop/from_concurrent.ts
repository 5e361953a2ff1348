/** Futures for those of `concurrent.futures`. */
import {
  CancelledError as ConcurrentCancelledError,
  InvalidStateError as ConcurrentInvalidStateError,
} from '../../concurrent/errors.js';
import type { Future as ConcurrentFuture } from '../../concurrent/future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { CancelledError, InvalidStateError } from '../common/exceptions.js';
import type { Future } from '../futures/futures.js';

/** An exception of `concurrent.futures` as asyncio's of the same name. */
function converted(exception: Error & { readonly args?: readonly unknown[] }): Error {
  const args = exception.args ?? [];
  if (exception.constructor === ConcurrentCancelledError) return new CancelledError(...args);
  return exception.constructor === ConcurrentInvalidStateError ? new InvalidStateError(...args) : exception;
}

/** Ends a future of asyncio as one of `concurrent.futures` has ended. */
function _set_state(future: Future<unknown>, source: ConcurrentFuture<unknown>): void {
  if (future.cancelled()) return;
  if (source.cancelled()) {
    future.cancel();
    return;
  }
  const { exception, result } = source._outcome();
  if (exception === null) future.set_result(result);
  else future.set_exception(converted(exception));
}

/** A future of asyncio that ends with one of `concurrent.futures`; its cancellation reaches that one. */
export function fromConcurrent<T>(source: ConcurrentFuture<T>, loop: AbstractEventLoop, onEnd?: () => void): Future<T> {
  const future = loop.create_future<T>();
  future.add_done_callback(function _call_check_cancel() {
    if (future.cancelled()) source.cancel();
    onEnd?.();
  });
  source.add_done_callback(() => {
    if (!loop.is_closed()) loop.call_soon_threadsafe(_set_state, future, source);
  });
  return future;
}
