/**
 * A binary heap in an array, with the very order of Python's `heapq`: values that compare equal leave it in the order
 * in which they would there.
 */

/** Whether one value is to leave the heap before another. */
export type Less<T> = (left: T, right: T) => boolean;

/** Moves the item at `from` up to where it belongs, but not above `top`. */
function rise<T>(heap: T[], top: number, from: number, less: Less<T>): void {
  const item = heap[from] as T;
  let index = from;
  while (index > top) {
    const above = (index - 1) >> 1;
    const parent = heap[above] as T;
    if (!less(item, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = item;
}

/** Adds an item. @internal */
export function heappush<T>(heap: T[], item: T, less: Less<T>): void {
  heap.push(item);
  rise(heap, 0, heap.length - 1, less);
}

/** Takes the least item out of a heap that isn't empty. @internal */
export function heappop<T>(heap: T[], less: Less<T>): T {
  const last = heap.pop() as T;
  if (heap.length === 0) return last;
  const least = heap[0] as T;
  // The hole goes all the way down, along the lesser children; from there the last item rises. That takes fewer
  // comparisons than stopping on the way, since the last item is most often a great one.
  let hole = 0;
  for (let child = 1; child < heap.length; child = 2 * hole + 1) {
    const right = child + 1;
    const next = right < heap.length && !less(heap[child] as T, heap[right] as T) ? right : child;
    heap[hole] = heap[next] as T;
    hole = next;
  }
  heap[hole] = last;
  rise(heap, 0, hole, less);
  return least;
}
