/** Flow control for coroutines: `drain` waits while the transport asks the protocol to pause. */
import { AssertionError, ConnectionResetError } from '../../builtins/exceptions.js';
import { logger } from '../../host/log.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';
import { sleep } from '../../core/tasks/sleep.js';

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

/** What a writer tells those who wait for room. */
interface Draining {
  /** Raises what has broken the stream. */
  _check(): void;
  is_closing(): boolean;
  readonly _drain: Drain;
}

const HAS_ROOM = { done: true, value: null } as const;

/** The body of `StreamWriter.drain`: mostly there is room, and only otherwise is there a need for a generator. */
export class Room implements Iterator<unknown, null, unknown> {
  readonly #writer: Draining;
  #hasBegun = false;
  #rest: Gen<null> | null = null;

  constructor(writer: Draining) {
    this.#writer = writer;
  }

  next(): IteratorResult<unknown, null> {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.#writer._check();
      if (!this.#writer.is_closing() && this.#writer._drain.hasRoom()) return HAS_ROOM;
      this.#rest = waitForRoom(this.#writer);
    }
    // Its coroutine asks again, after an error, whether it runs.
    return this.#rest === null ? HAS_ROOM : this.#rest.next();
  }

  throw(error: unknown): IteratorResult<unknown, null> {
    this.#hasBegun = true;
    if (this.#rest === null) throw error;
    return this.#rest.throw(error);
  }
}

function* waitForRoom(writer: Draining): Gen<null> {
  // Otherwise a loop of `write` and `drain` would never see that the connection is lost.
  if (writer.is_closing()) yield* sleep(0);
  const drain = writer._drain;
  if (drain.hasRoom()) return null;
  const waiter = drain.join();
  try {
    return yield* waiter;
  } finally {
    drain.leave(waiter);
  }
}
