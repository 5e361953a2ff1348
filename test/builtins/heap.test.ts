import fc from 'fast-check';

import { Heap, type HeapItem } from '#asyncio/builtins/heap';

class Item implements HeapItem {
  _heapIndex = -1;
  constructor(
    readonly _when: number,
    readonly _order: number,
  ) {}
}

function compare(left: Item, right: Item): number {
  return left._when - right._when || left._order - right._order;
}

describe('Heap', () => {
  test('gives items back by deadline, and by creation where deadlines are equal', () => {
    const heap = new Heap<Item>();
    const items = [new Item(2, 1), new Item(1, 4), new Item(2, 2), new Item(1, 3)];
    for (const item of items) heap.push(item);
    expect(heap.peek()).toBe(items[3]);
    const taken = [heap.pop(), heap.pop(), heap.pop(), heap.pop(), heap.pop()];
    expect(taken).toEqual([items[3], items[1], items[0], items[2], undefined]);
    expect(heap.peek()).toBeUndefined();
  });

  test('refuses to remove an item that it does not have', () => {
    const heap = new Heap<Item>();
    const other = new Heap<Item>();
    const [mine, theirs, nobodys] = [new Item(1, 1), new Item(2, 2), new Item(3, 3)];
    heap.push(mine);
    other.push(theirs);
    expect(heap.remove(theirs)).toBe(false);
    expect(heap.remove(nobodys)).toBe(false);
    expect(heap.remove(mine)).toBe(true);
    expect(heap.remove(mine)).toBe(false);
    expect([heap.length, other.length]).toEqual([0, 1]);
  });

  test('moves the item that fills a hole up as well as down', () => {
    // Removing 60 puts the last item, 12, below 50, where it is too small to stay.
    const heap = new Heap<Item>();
    const items = [10, 50, 11, 60, 70, 13, 12].map((when, index) => new Item(when, index));
    for (const item of items) heap.push(item);
    heap.remove(items[3] as Item);
    const order: number[] = [];
    for (let item = heap.pop(); item !== undefined; item = heap.pop()) order.push(item._when);
    expect(order).toEqual([10, 11, 12, 13, 50, 70]);
  });

  test('forgets everything when cleared, so that its items may go elsewhere', () => {
    const heap = new Heap<Item>();
    const items = [new Item(2, 1), new Item(1, 2)];
    for (const item of items) heap.push(item);
    heap.clear();
    expect(heap).toHaveLength(0);
    expect(items.map((item) => item._heapIndex)).toEqual([-1, -1]);
    const other = new Heap<Item>();
    for (const item of items) other.push(item);
    expect(other.pop()).toBe(items[1]);
  });

  test('behaves as a sorted array under any sequence of operations', () => {
    const when = fc.integer({ min: 0, max: 9 });
    const operation = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('push' as const), number: when }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('pop' as const), number: fc.constant(0) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), number: fc.nat() }) },
    );
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 200 }), (operations) => {
        const heap = new Heap<Item>();
        let model: Item[] = [];
        let order = 0;
        for (const { kind, number } of operations) {
          if (kind === 'push') {
            const item = new Item(number, order++);
            heap.push(item);
            model.push(item);
            model.sort(compare);
          } else if (kind === 'pop') {
            expect(heap.pop()).toBe(model.shift());
          } else if (model.length > 0) {
            const item = model[number % model.length] as Item;
            expect(heap.remove(item)).toBe(true);
            model = model.filter((other) => other !== item);
            expect(item._heapIndex).toBe(-1);
          }
          expect(heap).toHaveLength(model.length);
          expect(heap.peek()).toBe(model[0]);
          expect([...heap].sort(compare)).toEqual(model);
          expect([...heap].every((item, index) => item._heapIndex === index)).toBe(true);
        }
      }),
    );
  });
});
