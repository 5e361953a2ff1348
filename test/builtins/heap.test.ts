import { Heap } from '#asyncio/builtins/heap';

import { compare, Item, takeAll, testTimed } from '../support/timed';

/** It is one array without gaps, and each item knows its place. */
function checkPlaces(heap: Heap<Item>, model: readonly Item[]): void {
  expect([...heap].sort(compare)).toEqual(model);
  expect([...heap].every((item, index) => item._heapIndex === index)).toBe(true);
}

describe('Heap', () => {
  testTimed(() => new Heap<Item>(), checkPlaces);

  test('moves the item that fills a hole up as well as down', () => {
    // Removing 60 puts the last item, 12, below 50, where it is too small to stay.
    const heap = new Heap<Item>();
    const items = [10, 50, 11, 60, 70, 13, 12].map((when, index) => new Item(when, index));
    for (const item of items) heap.push(item);
    heap.remove(items[3] as Item);
    expect(takeAll(heap).map((item) => item._when)).toEqual([10, 11, 12, 13, 50, 70]);
  });
});
