/**
 * The loop's timers: a heap whose items know their own place in it, so that a cancelled one leaves at once and
 * in logarithmic time. (CPython leaves cancelled timers in its heap and sweeps when they are too many.)
 *
 * The order is by deadline and, for equal deadlines, by creation: timers that are due at the same moment run in the
 * order in which they were made, also on a coarse clock. A comparator would cost a call per level.
 */

/** What a heap needs of its items. @internal */
export interface HeapItem {
  /** What the heap is ordered by; constant while the item is in a heap. */
  readonly _when: number;
  /** The number of its creation; decides between equal `_when`. */
  readonly _order: number;
  /** The item's place, written by the heap or the timeline that has it; negative outside of a heap, -1 in neither. */
  _heapIndex: number;
}

/** How many children an item has: the fewer levels, the fewer items are touched. */
const WIDTH = 4;

/** A heap with true removal; see the head of the file. @internal */
export class Heap<T extends HeapItem> implements Iterable<T> {
  readonly #items: T[] = [];
  /** What the items are ordered by, side by side: to look into each item would cost more than all the rest. */
  readonly #whens: number[] = [];

  /** How many items are in the heap. */
  get length(): number {
    return this.#items.length;
  }

  /** Adds `item`, which must not be in a heap already. */
  push(item: T): void {
    const index = this.#items.length;
    const when = item._when;
    this.#items.push(item);
    this.#whens.push(when);
    this.#siftUp(item, when, index);
  }

  /** The earliest item, left in place; `undefined` when the heap is empty. */
  peek(): T | undefined {
    return this.#items[0];
  }

  /** Takes the earliest item out; `undefined` when the heap is empty. */
  pop(): T | undefined {
    const first = this.#items[0];
    if (first !== undefined) this.remove(first);
    return first;
  }

  /** Takes `item` out; false if it isn't in this heap. */
  remove(item: T): boolean {
    const items = this.#items;
    const index = item._heapIndex;
    if (index < 0 || items[index] !== item) return false;
    item._heapIndex = -1;
    const last = items.pop() as T;
    const when = this.#whens.pop() as number;
    if (last !== item) {
      // The hole takes the last item, which may belong further up or further down.
      if (index > 0 && this.#precedes(last, when, (index - 1) >> 2)) this.#siftUp(last, when, index);
      else this.#siftDown(last, when, index);
    }
    return true;
  }

  /** Forgets every item. */
  clear(): void {
    for (const item of this.#items) item._heapIndex = -1;
    this.#items.length = 0;
    this.#whens.length = 0;
  }

  /** The items in no particular order. The heap must not change meanwhile. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.#items.values();
  }

  #siftUp(item: T, when: number, from: number): void {
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 2;
      if (!this.#precedes(item, when, parentIndex)) break;
      this.#place(this.#items[parentIndex] as T, this.#whens[parentIndex] as number, index);
      index = parentIndex;
    }
    this.#place(item, when, index);
  }

  #siftDown(item: T, when: number, from: number): void {
    const length = this.#items.length;
    let index = from;
    for (;;) {
      const first = WIDTH * index + 1;
      if (first >= length) break;
      const childIndex = this.#earliest(first, Math.min(first + WIDTH, length));
      if (this.#precedes(item, when, childIndex)) break;
      this.#place(this.#items[childIndex] as T, this.#whens[childIndex] as number, index);
      index = childIndex;
    }
    this.#place(item, when, index);
  }

  #place(item: T, when: number, index: number): void {
    this.#items[index] = item;
    this.#whens[index] = when;
    item._heapIndex = index;
  }

  /** The place of the earliest item from `from` to before `end`. */
  #earliest(from: number, end: number): number {
    const whens = this.#whens;
    let index = from;
    let when = whens[from] as number;
    for (let other = from + 1; other < end; other++) {
      const otherWhen = whens[other] as number;
      if (otherWhen > when || (otherWhen === when && this.#order(index) < this.#order(other))) continue;
      index = other;
      when = otherWhen;
    }
    return index;
  }

  /** Whether an item comes before the one in that place. */
  #precedes(item: T, when: number, index: number): boolean {
    const other = this.#whens[index] as number;
    return when < other || (when === other && item._order < this.#order(index));
  }

  #order(index: number): number {
    return (this.#items[index] as T)._order;
  }
}
