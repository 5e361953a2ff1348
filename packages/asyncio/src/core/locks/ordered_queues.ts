/** `PriorityQueue` and `LifoQueue`: queues that give their items in another order. */
import { signature } from '../../builtins/arguments.js';
import { heappop, heappush } from '../../builtins/heapq.js';
import { isLess } from '../../builtins/ordering.js';
import { Queue, type QueueOptions } from './queues.js';

/** The keywords of {@link PriorityQueue}. @public */
export interface PriorityQueueOptions<T> extends QueueOptions {
  /** Gives what an item is ordered by; by default the item itself. Python has no such keyword. */
  readonly key?: ((item: T) => unknown) | null | undefined;
}

// It goes by the name that complaints of Python's have, where the class has no constructor of its own.
const initSpec = signature('Queue.__init__(self, maxsize?, *, key)');

/**
 * A queue that gives its least item first.
 *
 * Items are compared as in Python: numbers, strings, arrays as tuples (`[priority, item]`), objects by their `__lt__`.
 * Or give a `key`.
 *
 * @remarks
 * **Python.** `asyncio.PriorityQueue`; items that compare equal come in the same order as there.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const queue = new asyncio.PriorityQueue<[number, string]>();
 *   for (const item of [[2, 'b'], [1, 'a'], [3, 'c']] as [number, string][]) await queue.put(item);
 *   return (await queue.get())[1] + (await queue.get())[1];
 * });
 * await asyncio.run(main()); // => 'ab'
 * ```
 *
 * @public
 */
export class PriorityQueue<T = unknown> extends Queue<T> {
  declare protected _queue: T[];
  readonly #less: (left: T, right: T) => boolean;

  /**
   * @param maxsize - How many items fit in; also as keyword. 0, or less, for any number.
   * @param options - `key`.
   */
  constructor(maxsize?: number, options?: PriorityQueueOptions<T>);
  constructor(options: PriorityQueueOptions<T>);
  constructor(...args: readonly unknown[]) {
    const [maxsize, key] = initSpec.bind(args) as [number | undefined, ((item: T) => unknown) | null | undefined];
    super(maxsize);
    this.#less = key === null || key === undefined ? isLess : (left, right) => isLess(key(left), key(right));
  }

  /** Makes the storage. */
  protected override _init(maxsize: number): void {
    void maxsize;
    this._queue = [];
  }

  /** Puts an item into the storage. */
  protected override _put(item: T): void {
    heappush(this._queue, item, this.#less);
  }

  /** Takes the least item out of the storage. */
  protected override _get(): T {
    return heappop(this._queue, this.#less);
  }
}

/**
 * A queue that gives its newest item first.
 *
 * @remarks
 * **Python.** `asyncio.LifoQueue`.
 *
 * @example
 * ```ts
 * const stack = new asyncio.LifoQueue<string>();
 * stack.put_nowait('a');
 * stack.put_nowait('b');
 * stack.get_nowait(); // => 'b'
 * ```
 *
 * @public
 */
export class LifoQueue<T = unknown> extends Queue<T> {
  declare protected _queue: T[];

  /** Makes the storage. */
  protected override _init(maxsize: number): void {
    void maxsize;
    this._queue = [];
  }

  /** Puts an item into the storage. */
  protected override _put(item: T): void {
    this._queue.push(item);
  }

  /** Takes the newest item out of the storage. */
  protected override _get(): T {
    return this._queue.pop() as T;
  }
}
