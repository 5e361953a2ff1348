/**
 * A first-in, first-out queue in one array whose capacity is a power of two: the loop's ready queue.
 *
 *     items   . . . A B C D . .        head = 3, length = 4
 *                   ^head   ^head + length, the next free slot (both wrap around with `& mask`)
 *
 * Nothing is allocated per operation, and a slot is cleared as its item leaves, so that the ring keeps nothing alive.
 * It doubles when full and never shrinks: a loop that was busy once will be so again.
 */

const FIRST_CAPACITY = 16;

/** A growable ring; see the head of the file. @internal */
export class Ring<T> implements Iterable<T> {
  #items: (T | undefined)[] = new Array<T | undefined>(FIRST_CAPACITY).fill(undefined);
  #mask: number = FIRST_CAPACITY - 1;
  #head: number = 0;
  #length: number = 0;

  /** How many items wait. */
  get length(): number {
    return this.#length;
  }

  /** The oldest item; `undefined` when the ring is empty. */
  get first(): T | undefined {
    return this.#items[this.#head];
  }

  /** Appends `item`. */
  push(item: T): void {
    if (this.#length > this.#mask) this.#grow();
    this.#items[(this.#head + this.#length) & this.#mask] = item;
    this.#length++;
  }

  /** Takes the oldest item out; `undefined` when the ring is empty. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const head = this.#head;
    const item = this.#items[head];
    this.#items[head] = undefined;
    this.#head = (head + 1) & this.#mask;
    this.#length--;
    return item;
  }

  /** Forgets every item. */
  clear(): void {
    this.#items.fill(undefined);
    this.#head = 0;
    this.#length = 0;
  }

  /** The items, oldest first. The ring must not change meanwhile. */
  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let offset = 0; offset < this.#length; offset++) yield this.#items[(this.#head + offset) & this.#mask] as T;
  }

  #grow(): void {
    const old = this.#items;
    const items = new Array<T | undefined>(old.length * 2).fill(undefined);
    for (let offset = 0; offset < old.length; offset++) items[offset] = old[(this.#head + offset) & this.#mask];
    this.#items = items;
    this.#mask = items.length - 1;
    this.#head = 0;
  }
}
