/** Flow control for coroutines: `drain` waits while the transport asks the protocol to pause. */
import { AssertionError, ConnectionResetError } from '../builtins/exceptions.js';
import { logger } from '../host/log.js';
import type { AbstractEventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import { LATER, Waiting } from '../core/waiting.js';

/** Who waits until there is room, and whether there is. */
export class Drain {
  readonly #loop: AbstractEventLoop;
  readonly #owner: object;
  readonly #waiters = new Set<Future<unknown>>();
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

  /** Whether there is room. */
  hasRoom(): boolean {
    if (this.#isLost) throw new ConnectionResetError('Connection lost');
    return !this.#isPaused;
  }

  /** Waits until there is. */
  join(): Future<null> {
    const waiter = this.#loop.create_future<null>();
    this.#waiters.add(waiter);
    return waiter;
  }

  leave(waiter: Future<unknown>): void {
    this.#waiters.delete(waiter);
  }
}

const DRAIN = { name: 'drain', __qualname__: 'StreamWriter.drain' };

/** What a writer tells those who wait for room. */
export interface Draining {
  /** Raises what has broken the stream. */
  _check(): void;
  is_closing(): boolean;
  readonly _drain: Drain;
}

/** The coroutine of `StreamWriter.drain`. */
export class Room extends Waiting<null> {
  readonly #writer: Draining;
  #isInLine = false;

  constructor(writer: Draining) {
    super(DRAIN);
    this.#writer = writer;
  }

  protected override _attempt(isFirst: boolean): null | typeof LATER {
    if (isFirst) {
      this.#writer._check();
      // Otherwise a loop of `write` and `drain` would never see that the connection is lost.
      if (this.#writer.is_closing()) return LATER;
    }
    if (this.#isInLine || this.#writer._drain.hasRoom()) return null;
    this.#isInLine = true;
    return LATER;
  }

  protected override _wait(): Future<null> | null {
    return this.#isInLine ? this.#writer._drain.join() : null;
  }

  protected override _leave(waiter: Future<unknown> | null): void {
    if (waiter !== null) this.#writer._drain.leave(waiter);
  }
}
// The name of its type, as errors give it.
Object.defineProperty(Room, 'name', { value: 'coroutine' });
