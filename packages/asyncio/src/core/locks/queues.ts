/** `Queue`: items from some tasks to others. */
import { TypeError, ValueError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { Ring } from '../../builtins/ring.js';
import { address, repr, typeName } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { Event } from './event.js';
import { QueueEmpty, QueueFull, QueueShutDown } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Line, Wait, type Place } from './line.js';
import { LoopBound } from './mixins.js';

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
const initSpec = signature('Queue.__init__(self, maxsize?)');
const putSpec = signature('Queue.put(self, item!)');
const putNowaitSpec = signature('Queue.put_nowait(self, item!)');
const getSpec = signature('Queue.get(self)');
const joinSpec = signature('Queue.join(self)');
const shutdownSpec = signature('Queue.shutdown(self, immediate?)');

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
  readonly #getters = new Getters<T>(this);
  readonly #putters = new Putters<T>(this);
  #unfinished = 0;
  readonly #finished = new Event();
  /** @internal */ _is_shutdown: boolean = false;

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
    const item = args.length === 1 ? args[0] : putSpec.bind(args)[0];
    return new Wait<unknown>(this.#putters, item, PUT) as Coroutine<unknown> as Coroutine<null>;
  }

  /**
   * Puts an item in at once.
   *
   * @throws QueueFull if there is no room, QueueShutDown if the queue was shut down.
   */
  put_nowait(item: T): void;
  put_nowait(...args: readonly unknown[]): void {
    const item = args.length === 1 ? args[0] : putNowaitSpec.bind(args)[0];
    if (this._is_shutdown) throw new QueueShutDown();
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
    return new Wait<T>(this.#getters, undefined as T, GET);
  }

  /**
   * Takes an item out at once.
   *
   * @throws QueueEmpty if there is none, QueueShutDown if there will be none either.
   */
  get_nowait(): T {
    if (this.empty()) throw this._is_shutdown ? new QueueShutDown() : new QueueEmpty();
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
   * Shuts the queue down: nothing can be put in any more, and who waits to put something in gets a `QueueShutDown`.
   * What is in the queue can still be taken out, unless the shutdown is immediate.
   *
   * @param immediate - Throws the items away, and counts them as done; also as keyword.
   */
  shutdown(immediate?: boolean): void;
  shutdown(options: { readonly immediate?: boolean }): void;
  shutdown(...args: readonly unknown[]): void {
    const [immediate] = shutdownSpec.bind(args);
    this._is_shutdown = true;
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
    if (this._is_shutdown) parts.push('shutdown');
    return parts.join(' ');
  }
}

/** The line of those who want to put. Who is cancelled although it was woken wakes the next, here and below. */
class Putters<T> extends Line<unknown> implements Place<unknown> {
  readonly #queue: Queue<T>;

  constructor(queue: Queue<T>) {
    super();
    this.#queue = queue;
  }

  _begins(wait: Wait<unknown>): boolean {
    const queue = this.#queue;
    if (queue.full()) {
      if (queue._is_shutdown) throw new QueueShutDown();
      this.join(wait, queue._get_loop());
      return false;
    }
    queue.put_nowait(wait.value as T);
    wait.value = null;
    return true;
  }

  _woken(wait: Wait<unknown>): boolean {
    this.leave(wait);
    return this._begins(wait);
  }

  _interrupted(wait: Wait<unknown>): void {
    wait._awaiting?.cancel();
    this.leave(wait);
    if (!this.#queue.full() && wait._awaiting?.cancelled() === false) this.shiftAwake(null);
  }
}

/** The line of those who want to get. */
class Getters<T> extends Line<unknown> implements Place<T> {
  readonly #queue: Queue<T>;

  constructor(queue: Queue<T>) {
    super();
    this.#queue = queue;
  }

  _begins(wait: Wait<T>): boolean {
    const queue = this.#queue;
    if (queue.empty()) {
      if (queue._is_shutdown) throw new QueueShutDown();
      this.join(wait, queue._get_loop());
      return false;
    }
    wait.value = queue.get_nowait();
    return true;
  }

  _woken(wait: Wait<T>): boolean {
    this.leave(wait);
    return this._begins(wait);
  }

  _interrupted(wait: Wait<T>): void {
    wait._awaiting?.cancel();
    this.leave(wait);
    if (!this.#queue.empty() && wait._awaiting?.cancelled() === false) this.shiftAwake(null);
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Queue.prototype.put, Queue.prototype.get, Queue.prototype.join);
