/**
 * The loop's timers, earliest first. Mostly each is due after all that were set before it, as those of one delay are:
 * these stand in a row, where one comes and goes in constant time. Only what is due before the last of the row goes
 * into a heap.
 *
 *     row   . . A B . C D .        B's neighbour was cancelled; the two ends are never empty places
 *               ^head     ^tail
 *
 * The order is the heap's: by deadline, then by creation. The row doesn't shrink: a loop that was busy once will be so
 * again.
 */
import { Heap, type HeapItem } from './heap.js';

/** An item at the beginning of the row has this `_heapIndex`, the next one less: a heap's indexes aren't negative. */
const ROW = -2;

function isBefore(item: HeapItem, other: HeapItem): boolean {
  return item._when < other._when || (item._when === other._when && item._order < other._order);
}

/** See the head of the file. @internal */
export class Timeline<T extends HeapItem> {
  readonly #heap = new Heap<T>();
  readonly #row: (T | null)[] = [];
  #head = 0;
  #tail = 0;
  /** How many items stand in the row. */
  #standing = 0;

  /** How many items there are. */
  get length(): number {
    return this.#standing + this.#heap.length;
  }

  /** Adds `item`, which must not be in a heap or a timeline already. */
  push(item: T): void {
    if (this.#standing > 0 && !isBefore(this.#row[this.#tail - 1] as T, item)) {
      this.#heap.push(item);
      return;
    }
    if (this.#tail === this.#row.length) this.#makeRoom();
    item._heapIndex = ROW - this.#tail;
    this.#row[this.#tail] = item;
    this.#tail += 1;
    this.#standing += 1;
  }

  /** The earliest item, left in place; `undefined` when there is none. */
  peek(): T | undefined {
    const other = this.#heap.peek();
    if (this.#standing === 0) return other;
    const first = this.#row[this.#head] as T;
    return other === undefined || isBefore(first, other) ? first : other;
  }

  /** Takes the earliest item out; `undefined` when there is none. */
  pop(): T | undefined {
    const first = this.peek();
    if (first !== undefined) this.remove(first);
    return first;
  }

  /** Takes `item` out; false if it isn't here. */
  remove(item: T): boolean {
    const index = ROW - item._heapIndex;
    if (index < 0) return this.#heap.remove(item);
    if (this.#row[index] !== item) return false;
    item._heapIndex = -1;
    this.#row[index] = null;
    this.#standing -= 1;
    if (this.#standing === 0) this.#head = this.#tail = 0;
    else {
      while (this.#row[this.#head] === null) this.#head += 1;
      while (this.#row[this.#tail - 1] === null) this.#tail -= 1;
    }
    return true;
  }

  /** Forgets every item. */
  clear(): void {
    for (const item of this.#row) if (item !== null) item._heapIndex = -1;
    this.#row.length = 0;
    this.#head = this.#tail = this.#standing = 0;
    this.#heap.clear();
  }

  /** Closes the gaps if they are most of a full row, else makes it longer. */
  #makeRoom(): void {
    const row = this.#row;
    if (2 * this.#standing >= this.#tail) {
      row.push(null);
      return;
    }
    let end = 0;
    for (let index = this.#head; index < this.#tail; index++) {
      const item = row[index] as T | null;
      if (item === null) continue;
      row[index] = null;
      row[end] = item;
      item._heapIndex = ROW - end;
      end += 1;
    }
    this.#head = 0;
    this.#tail = end;
  }
}
