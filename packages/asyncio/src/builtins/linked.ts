/**
 * A doubly linked list that lives in fields of its items: appending allocates nothing, and an item leaves from anywhere
 * in constant time.
 *
 *     first ──► A ⇄ B ⇄ C ◄── last       each item: _previous, _next
 *
 * An item is in one list at a time, and doesn't know in which: whoever takes it out asks the list that it may be in.
 */

/** What a list needs of its items; both fields are written by the list only and start as null. @internal */
export interface LinkedItem<T> {
  _previous: T | null;
  _next: T | null;
}

/** An intrusive doubly linked list; see the head of the file. @internal */
export class LinkedList<T extends LinkedItem<T>> implements Iterable<T> {
  #first: T | null = null;
  #last: T | null = null;
  #length: number = 0;

  /** How many items are in the list. */
  get length(): number {
    return this.#length;
  }

  /** The oldest item, null when the list is empty. */
  get first(): T | null {
    return this.#first;
  }

  /** The newest item, null when the list is empty. */
  get last(): T | null {
    return this.#last;
  }

  /** Appends `item`, which must not be in a list already. */
  append(item: T): void {
    const last = this.#last;
    item._previous = last;
    if (last === null) this.#first = item;
    else last._next = item;
    this.#last = item;
    this.#length++;
  }

  /** Takes `item` out; false if it is in no list. It must not be in another. */
  remove(item: T): boolean {
    if (!this.contains(item)) return false;
    const previous = item._previous;
    const next = item._next;
    if (previous === null) this.#first = next;
    else previous._next = next;
    if (next === null) this.#last = previous;
    else next._previous = previous;
    item._previous = null;
    item._next = null;
    this.#length--;
    return true;
  }

  /** Takes the oldest item out; null when the list is empty. */
  shift(): T | null {
    const first = this.#first;
    if (first !== null) this.remove(first);
    return first;
  }

  /** Whether `item`, which is in no other list, is in this one. */
  contains(item: T): boolean {
    return item._previous !== null || item === this.#first;
  }

  /** The items as they are now, oldest first. */
  toArray(): T[] {
    const items: T[] = [];
    for (let item = this.#first; item !== null; item = item._next) items.push(item);
    return items;
  }

  /** The items in order; a snapshot, so the list may change meanwhile. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.toArray().values();
  }
}
