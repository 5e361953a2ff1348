/** Flow control for coroutines: `drain` waits while the transport asks the protocol to pause. */
import { AssertionError, ConnectionResetError } from '../builtins/exceptions.js';
import { logger } from '../host/log.js';
import type { Gen } from '../core/awaitable.js';
import type { AbstractEventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';

/** Who waits until there is room, and whether there is. */
export class Drain {
  readonly #loop: AbstractEventLoop;
  readonly #owner: object;
  readonly #waiters = new Set<Future<null>>();
  #isPaused = false;
  #isLost = false;

  constructor(loop: AbstractEventLoop, owner: object) {
    this.#loop = loop;
    this.#owner = owner;
  }

  pause(): void {
    if (this.#isPaused) throw new AssertionError();
    this.#isPaused = true;
    if (this.#loop.get_debug()) logger.debug('%r pauses writing', this.#owner);
  }

  resume(): void {
    if (!this.#isPaused) throw new AssertionError();
    this.#isPaused = false;
    if (this.#loop.get_debug()) logger.debug('%r resumes writing', this.#owner);
    for (const waiter of this.#waiters) if (!waiter.done()) waiter.set_result(null);
  }

  /** The connection is lost: nobody has to wait any more. */
  lost(error: Error | null): void {
    this.#isLost = true;
    if (!this.#isPaused) return;
    for (const waiter of this.#waiters) {
      if (waiter.done()) continue;
      if (error === null) waiter.set_result(null);
      else waiter.set_exception(error);
    }
  }

  /** Waits until there is room. */
  *wait(): Gen<void> {
    if (this.#isLost) throw new ConnectionResetError('Connection lost');
    if (!this.#isPaused) return;
    const waiter = this.#loop.create_future<null>();
    this.#waiters.add(waiter);
    try {
      yield* waiter;
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}
