/** `Queue`: items from some tasks to others. */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { signature } from '../builtins/arguments.js';
import { Ring } from '../builtins/ring.js';
import { address, repr, typeName } from '../builtins/repr.js';
import { isTrue } from '../builtins/truth.js';
import type { Gen } from './awaitable.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import { Event } from './event.js';
import { QueueEmpty, QueueFull, QueueShutDown } from './exceptions.js';
import { markCoroutineFunctions } from './function_kinds.js';
import { Line, LoopBound } from './mixins.js';

/** The keyword of queues. @public */
export interface QueueOptions {
  /** How many items fit in; 0, or less, for any number. */
  readonly maxsize?: number;
}

/** What keeps the items of a queue, in the order in which they stand there. @public */
export interface QueueStorage<T> extends Iterable<T> {
  /** How many. */
  readonly length: number;
}

const PUT = { name: 'put', __qualname__: 'Queue.put' };
const GET = { name: 'get', __qualname__: 'Queue.get' };
const JOIN = { name: 'join', __qualname__: 'Queue.join' };
const method = { method: true } as const;
const initSpec = signature('Queue.__init__', { positional: ['maxsize'], ...method });
const putSpec = signature('Queue.put', { positional: ['item'], required: 1, any: ['item'], ...method });
const putNowaitSpec = signature('Queue.put_nowait', { positional: ['item'], required: 1, any: ['item'], ...method });
const getSpec = signature('Queue.get', method);
const joinSpec = signature('Queue.join', method);
const shutdownSpec = signature('Queue.shutdown', { positional: ['immediate'], ...method });

/**
 * A queue, first in, first out: tasks put items in, others take them out, and wait while there is no room or no item.
 *
 * @remarks
 * **Python.** `asyncio.Queue`. A subclass may keep its items in another way by overriding `_init`, `_put` and `_get`.
 *
 * **Cancellation.** A task that waits leaves the line, and no item is lost or taken.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<number>(2);
 * const producer = asyncio.coroutine(async () => {
 *   for (const n of [1, 2, 3]) await queue.put(n);
 *   queue.shutdown();
 * });
 * const consumer = asyncio.coroutine(async () => {
 *   const got: number[] = [];
 *   try {
 *     for (;;) got.push(await queue.get());
 *   } catch (error) {
 *     if (!(error instanceof asyncio.QueueShutDown)) throw error;
 *   }
 *   return got;
 * });
 * const main = asyncio.coroutine(async () => (await asyncio.gather(consumer(), producer()))[0]);
 * await asyncio.run(main()); // => [1, 2, 3]
 * ```
 *
 * @public
 */
export class Queue<T = unknown> extends LoopBound {
  /** The items; set by `_init`. */
  protected _queue!: QueueStorage<T>;
  readonly #maxsize: number;
  readonly #getters = new Line<null>();
  readonly #putters = new Line<null>();
  #unfinished = 0;
  readonly #finished = new Event();
  #isShutdown = false;

  /**
   * @param maxsize - How many items fit in; also as keyword. 0, or less, for any number.
   */
  constructor(maxsize?: number);
  constructor(options: QueueOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [maxsize = 0] = initSpec.bind(args);
    this.#maxsize = maxsize as number;
    this.#finished.set();
    this._init(this.#maxsize);
  }

  /** Makes the storage. To be overridden. */
  protected _init(maxsize: number): void {
    void maxsize;
    this._queue = new Ring<T>();
  }

  /** Takes an item out of the storage, which isn't empty. To be overridden. */
  protected _get(): T {
    // A subclass with another storage overrides these methods as well.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as said
    return (this._queue as Ring<T>).shift() as T;
  }

  /** Puts an item into the storage. To be overridden. */
  protected _put(item: T): void {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as above
    (this._queue as Ring<T>).push(item);
  }

  /** How many items fit in; 0, or less, for any number. */
  get maxsize(): number {
    return this.#maxsize;
  }

  /** How many items are in the queue. */
  qsize(): number {
    return this._queue.length;
  }

  /** Whether there is no item. */
  empty(): boolean {
    return this.qsize() === 0;
  }

  /** Whether there is no room. */
  full(): boolean {
    const maxsize = this.#maxsize;
    if (typeof maxsize !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(maxsize)}' and 'int'`);
    }
    return maxsize > 0 && this.qsize() >= maxsize;
  }

  /**
   * Puts an item in, and waits for room if there is none.
   *
   * @remarks
   * **Python.** `Queue.put`.
   *
   * **Cancellation.** The item isn't put in.
   *
   * @throws QueueShutDown if the queue was shut down.
   */
  put(item: T): Coroutine<null>;
  put(...args: readonly unknown[]): Coroutine<null> {
    const [item] = putSpec.bind(args);
    return new GeneratorCoroutine(this.#waitToPut(item as T), PUT);
  }

  *#waitToPut(item: T): Gen<null> {
    while (this.full()) {
      if (this.#isShutdown) throw new QueueShutDown();
      yield* this.#standIn(this.#putters, () => !this.full());
    }
    this.put_nowait(item);
    return null;
  }

  /**
   * Puts an item in at once.
   *
   * @throws QueueFull if there is no room, QueueShutDown if the queue was shut down.
   */
  put_nowait(item: T): void;
  put_nowait(...args: readonly unknown[]): void {
    const [item] = putNowaitSpec.bind(args);
    if (this.#isShutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._put(item as T);
    this.#unfinished += 1;
    this.#finished.clear();
    this.#getters.shiftAwake(null);
  }

  /**
   * Takes an item out, and waits for one if there is none.
   *
   * @remarks
   * **Python.** `Queue.get`.
   *
   * **Cancellation.** No item is taken.
   *
   * @throws QueueShutDown if the queue is empty and was shut down.
   */
  get(): Coroutine<T>;
  get(...args: readonly never[]): Coroutine<T> {
    if (args.length > 0) getSpec.bind(args);
    return new GeneratorCoroutine(this.#waitToGet(), GET);
  }

  *#waitToGet(): Gen<T> {
    while (this.empty()) {
      if (this.#isShutdown) throw new QueueShutDown();
      yield* this.#standIn(this.#getters, () => !this.empty());
    }
    return this.get_nowait();
  }

  /** Waits in line until it is worth another look. Who is cancelled although it was woken wakes the next. */
  *#standIn(line: Line<null>, isWorthwhile: () => boolean): Gen<void> {
    const waiter = line.join(this._get_loop());
    try {
      yield* waiter.future;
    } catch (error) {
      waiter.future.cancel();
      line.leave(waiter);
      if (isWorthwhile() && !waiter.future.cancelled()) line.shiftAwake(null);
      throw error;
    }
  }

  /**
   * Takes an item out at once.
   *
   * @throws QueueEmpty if there is none, QueueShutDown if there will be none either.
   */
  get_nowait(): T {
    if (this.empty()) throw this.#isShutdown ? new QueueShutDown() : new QueueEmpty();
    const item = this._get();
    this.#putters.shiftAwake(null);
    return item;
  }

  /**
   * Says that the work on an item is done, for those who `join`.
   *
   * @throws ValueError if that was said more often than items were put in.
   */
  task_done(): void {
    if (this.#unfinished <= 0) throw new ValueError('task_done() called too many times');
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#finished.set();
  }

  /**
   * Waits until `task_done` was called for every item that was put in.
   *
   * @remarks
   * **Python.** `Queue.join`.
   *
   * **Cancellation.** Only the wait ends; the count of what is unfinished stays.
   */
  join(): Coroutine<null>;
  join(...args: readonly never[]): Coroutine<null> {
    if (args.length > 0) joinSpec.bind(args);
    return new GeneratorCoroutine(this.#join(), JOIN);
  }

  *#join(): Gen<null> {
    if (this.#unfinished > 0) yield* this.#finished.wait();
    return null;
  }

  /**
   * Shuts the queue down: nothing can be put in any more, and who waits to put something in gets a `QueueShutDown`. What is
   * in the queue can still be taken out, unless the shutdown is immediate.
   *
   * @param immediate - Throws the items away, and counts them as done; also as keyword.
   */
  shutdown(immediate?: boolean): void;
  shutdown(options: { readonly immediate?: boolean }): void;
  shutdown(...args: readonly unknown[]): void {
    const [immediate] = shutdownSpec.bind(args);
    this.#isShutdown = true;
    if (isTrue(immediate)) {
      while (!this.empty()) {
        this._get();
        if (this.#unfinished > 0) this.#unfinished -= 1;
      }
      if (this.#unfinished === 0) this.#finished.set();
    }
    this.#getters.shiftAll(null);
    this.#putters.shiftAll(null);
  }

  /** Python's text, such as `<Queue at 0x… maxsize=0>`. */
  __repr__(): string {
    return `<${this.constructor.name} at ${address(this)} ${this.#format()}>`;
  }

  /** The same without the address. */
  __str__(): string {
    return `<${this.constructor.name} ${this.#format()}>`;
  }

  #format(): string {
    const parts = [`maxsize=${repr(this.#maxsize)}`];
    if (this._queue.length > 0) parts.push(`_queue=${repr([...this._queue])}`);
    if (this.#getters.length > 0) parts.push(`_getters[${String(this.#getters.length)}]`);
    if (this.#putters.length > 0) parts.push(`_putters[${String(this.#putters.length)}]`);
    if (this.#unfinished > 0) parts.push(`tasks=${String(this.#unfinished)}`);
    if (this.#isShutdown) parts.push('shutdown');
    return parts.join(' ');
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Queue.prototype.put, Queue.prototype.get, Queue.prototype.join);
