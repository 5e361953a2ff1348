/** From the host's promises to futures. Together with `continuation.ts`, the only place that attaches to promises. */
import type { AbstractEventLoop } from '../contract/events.js';
import { Future } from '../futures/futures.js';
import { get_event_loop } from '../contract/current_loop.js';
import { toException } from '../../builtins/exceptions.js';

/**
 * A future that stands for a promise; cancelling it calls `onCancel`, the code behind the promise knows nothing of it.
 */
class PromiseFuture<T> extends Future<T> {
  readonly #onCancel: (() => void) | null;

  constructor(loop: AbstractEventLoop, onCancel: (() => void) | null) {
    super({ loop });
    this.#onCancel = onCancel;
    loop._promises += 1;
  }

  /** The promise has settled: hands on what it brought, unless the future was cancelled or the loop is gone. */
  settle(hand: () => void): void {
    if (this.done()) return;
    this._loop._promises -= 1;
    if (!this._loop.is_closed()) hand();
  }

  override _cancel(message: unknown): boolean {
    const cancelled = super._cancel(message);
    if (cancelled) this._loop._promises -= 1;
    if (cancelled && this.#onCancel !== null) this.#tell(this.#onCancel);
    return cancelled;
  }

  #tell(onCancel: () => void): void {
    try {
      onCancel();
    } catch (exception) {
      const message = 'Exception in the cancel hook of a wrapped promise';
      this._loop.call_exception_handler({ message, exception, future: this });
    }
  }
}

// It looks like any future.
Object.defineProperty(PromiseFuture, 'name', { value: 'Future' });

/** Makes a promise of a future. */
export function futureToPromise<T>(future: Future<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    future.add_done_callback(() => {
      try {
        resolve(future.result());
      } catch (error) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever it raised
        reject(error);
      }
    });
  });
}

/** Makes a future of a promise. What the promise does after the future was cancelled counts for nothing. */
export function promiseToFuture<T>(
  promise: PromiseLike<T>,
  loop?: AbstractEventLoop | null,
  onCancel?: (() => void) | null,
): Future<T> {
  const future = new PromiseFuture<T>(loop ?? get_event_loop(), onCancel ?? null);
  promise.then(
    (value) => {
      future.settle(() => {
        future._setResult(value);
      });
    },
    (reason: unknown) => {
      future.settle(() => {
        future._setException(toException(reason));
      });
    },
  );
  return future;
}
