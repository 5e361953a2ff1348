/** Those who wait until the platform has something to say. */
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';

export class Waiters {
  readonly #futures = new Set<Future<null>>();

  get isEmpty(): boolean {
    return this.#futures.size === 0;
  }

  *wait(loop: AbstractEventLoop): Gen<void> {
    const future = loop.create_future<null>();
    this.#futures.add(future);
    try {
      yield* future;
    } finally {
      this.#futures.delete(future);
    }
  }

  /** They go on, in the order in which they came. */
  wake(): void {
    for (const future of this.#futures) if (!future.done() && !future._loop.is_closed()) future.set_result(null);
  }
}
