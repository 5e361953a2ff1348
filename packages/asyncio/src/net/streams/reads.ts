/**
 * The body of `StreamReader.read` and `readexactly`, which programs await so often that a generator would be dear:
 *
 *     begins ──► enough? ──yes──► ends with the bytes
 *                  ▲  └──no──► waits for the reader's future ──┐
 *                  └──────────────── more has come ────────────┘
 *
 * It is one class and no coroutine of its own: engines are at their best where few classes come along.
 */
import { RuntimeError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { CLOSED, CREATED, SUSPENDED } from '../../core/coroutines/coroutine_states.js';
import { IncompleteReadError } from '../../core/common/exceptions.js';
import { suspendOn } from '../../core/futures/future_iterator.js';
import type { Future } from '../../core/futures/futures.js';
import { ENDED } from '../../core/coroutines/steps.js';

/** What a reader offers its reads. */
interface Source {
  /** How many bytes there are. */
  readonly _available: number;
  /** Nothing comes any more. */
  readonly _hasEnded: boolean;
  /** Raises what has broken the stream. */
  _check(): void;
  _take(count: number): Uint8Array;
  /** Waits for more: `method` is who wants it. */
  _join(method: string): Future<null>;
  _leave(): void;
}

/** How many bytes are wanted; below zero all of them. */
export function checkedCount(n: unknown): number {
  if (n === null) return -1;
  if (typeof n !== 'number') throw new TypeError(`'<' not supported between instances of '${typeName(n)}' and 'int'`);
  return n;
}

export class Read implements Iterator<unknown, Uint8Array, unknown> {
  readonly #source: Source;
  readonly #count: unknown;
  /** As many as are wanted, and no fewer; otherwise what there is, as soon as there is any. */
  readonly #isExact: boolean;
  /** It is closed until it waits: what goes wrong before ends it. */
  #state: number = CREATED;
  #future: Future<null> | null = null;

  constructor(source: Source, count: unknown, isExact: boolean) {
    this.#source = source;
    this.#count = count;
    this.#isExact = isExact;
  }

  next(): IteratorResult<unknown, Uint8Array> {
    if (this.#state === CLOSED) return ENDED;
    const isFirst = this.#state === CREATED;
    const future = this.#future;
    if (future !== null) {
      // Who is resumed before its time goes on waiting, as with any future.
      if (future._state === 'PENDING' && !future._asyncio_future_blocking) return this.#suspend(future);
      this.#leave();
      if (future._state === 'PENDING') throw new RuntimeError("await wasn't used with future");
      future.result();
    }
    this.#state = CLOSED;
    const count = this.#isExact ? this.#enough(isFirst) : this.#some(isFirst);
    if (count < 0) return this.#suspend(this.#source._join(this.#isExact ? 'readexactly' : 'read'));
    return { done: true, value: this.#source._take(count) };
  }

  throw(error: unknown): never {
    if (this.#state === SUSPENDED) this.#leave();
    this.#state = CLOSED;
    throw error;
  }

  /** How many bytes to take; below zero if it is too early. */
  #some(isFirst: boolean): number {
    if (isFirst) {
      this.#source._check();
      if (this.#source._available === 0 && !this.#source._hasEnded) return -1;
    }
    return this.#count as number;
  }

  #enough(isFirst: boolean): number {
    const source = this.#source;
    const count = checkedCount(this.#count);
    if (count < 0) throw new ValueError('readexactly size can not be less than zero');
    if (isFirst) source._check();
    if (source._available >= count) return count;
    if (source._hasEnded) throw new IncompleteReadError(source._take(source._available), count);
    return -1;
  }

  #suspend(future: Future<null>): IteratorYieldResult<unknown> {
    this.#state = SUSPENDED;
    this.#future = future;
    return suspendOn(future);
  }

  #leave(): void {
    this.#state = CLOSED;
    this.#future = null;
    this.#source._leave();
  }
}
