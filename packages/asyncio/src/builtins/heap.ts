/**
 * The loop's timers: a binary heap whose items know their own place in it, so that a cancelled one leaves at once and
 * in logarithmic time. (CPython leaves cancelled timers in its heap and sweeps when they are too many.)
 *
 * The order is by deadline and, for equal deadlines, by creation: timers that are due at the same moment run in the
 * order in which they were made, also on a coarse clock. Both are fields of the item, compared in place: a comparator
 * would cost a call per level.
 */

/** What a heap needs of its items. @internal */
export interface HeapItem {
  /** What the heap is ordered by; constant while the item is in a heap. */
  readonly _when: number;
  /** The number of its creation; decides between equal `_when`. */
  readonly _order: number;
  /** The item's place in its heap, written by the heap only; -1 while it is in none. */
  _heapIndex: number;
}

/** A binary heap with true removal; see the head of the file. @internal */
export class Heap<T extends HeapItem> implements Iterable<T> {
  readonly #items: T[] = [];

  /** How many items are in the heap. */
  get length(): number {
    return this.#items.length;
  }

  /** Adds `item`, which must not be in a heap already. */
  push(item: T): void {
    const index = this.#items.length;
    this.#items.push(item);
    this.#siftUp(item, index);
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
    if (last !== item) {
      // The hole takes the last item, which may belong further up or further down.
      if (index > 0 && precedes(last, items[(index - 1) >> 1] as T)) this.#siftUp(last, index);
      else this.#siftDown(last, index);
    }
    return true;
  }

  /** Forgets every item. */
  clear(): void {
    for (const item of this.#items) item._heapIndex = -1;
    this.#items.length = 0;
  }

  /** The items in no particular order. The heap must not change meanwhile. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.#items.values();
  }

  #siftUp(item: T, from: number): void {
    const items = this.#items;
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = items[parentIndex] as T;
      if (!precedes(item, parent)) break;
      items[index] = parent;
      parent._heapIndex = index;
      index = parentIndex;
    }
    items[index] = item;
    item._heapIndex = index;
  }

  #siftDown(item: T, from: number): void {
    const items = this.#items;
    const length = items.length;
    let index = from;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= length) break;
      let child = items[childIndex] as T;
      const rightIndex = childIndex + 1;
      if (rightIndex < length && precedes(items[rightIndex] as T, child)) {
        childIndex = rightIndex;
        child = items[rightIndex] as T;
      }
      if (!precedes(child, item)) break;
      items[index] = child;
      child._heapIndex = index;
      index = childIndex;
    }
    items[index] = item;
    item._heapIndex = index;
  }
}

function precedes(left: HeapItem, right: HeapItem): boolean {
  return left._when < right._when || (left._when === right._when && left._order < right._order);
}
