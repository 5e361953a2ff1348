import fc from 'fast-check';

import type { HeapItem } from '#asyncio/builtins/heap';
import { Timeline } from '#asyncio/builtins/timeline';

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

function takeAll(timeline: Timeline<Item>): Item[] {
  const taken: Item[] = [];
  for (let item = timeline.pop(); item !== undefined; item = timeline.pop()) taken.push(item);
  return taken;
}

describe('Timeline', () => {
  test('gives items back by deadline, and by creation where deadlines are equal', () => {
    const timeline = new Timeline<Item>();
    const items = [new Item(2, 1), new Item(1, 4), new Item(2, 2), new Item(1, 3), new Item(2, 0)];
    for (const item of items) timeline.push(item);
    expect(timeline.peek()).toBe(items[3]);
    expect(takeAll(timeline)).toEqual([items[3], items[1], items[4], items[0], items[2]]);
    expect(timeline.peek()).toBeUndefined();
    expect(timeline.pop()).toBeUndefined();
  });

  test('refuses to remove an item that it does not have', () => {
    const timeline = new Timeline<Item>();
    const other = new Timeline<Item>();
    const [mine, theirs, nobodys] = [new Item(1, 1), new Item(2, 2), new Item(3, 3)];
    timeline.push(mine);
    other.push(theirs);
    expect(timeline.remove(theirs)).toBe(false);
    expect(timeline.remove(nobodys)).toBe(false);
    expect(timeline.remove(mine)).toBe(true);
    expect(timeline.remove(mine)).toBe(false);
    expect([timeline.length, other.length]).toEqual([0, 1]);
  });

  test('forgets everything when cleared, so that its items may go elsewhere', () => {
    const timeline = new Timeline<Item>();
    const items = [new Item(2, 1), new Item(3, 2), new Item(4, 3), new Item(1, 4)];
    for (const item of items) timeline.push(item);
    timeline.remove(items[1] as Item);
    timeline.clear();
    expect(timeline).toHaveLength(0);
    expect(items.map((item) => item._heapIndex)).toEqual([-1, -1, -1, -1]);
    for (const item of items) timeline.push(item);
    expect(takeAll(timeline)).toEqual([...items].sort(compare));
  });

  test('closes its gaps, so that one that is never empty does not grow', () => {
    const timeline = new Timeline<Item>();
    const kept = new Item(0, 0);
    timeline.push(kept);
    for (let order = 1; order < 10_000; order++) {
      const item = new Item(order, order);
      const follower = new Item(order, order + 0.5);
      timeline.push(item);
      timeline.push(follower);
      timeline.remove(item);
      timeline.remove(follower);
    }
    const lasting: Item[] = [];
    for (let order = 10_000; order < 20_000; order++) {
      lasting.push(new Item(order, order));
      timeline.push(lasting.at(-1) as Item);
      if (lasting.length > 3) timeline.remove(lasting.shift() as Item);
      // Its place shows how long the row is.
      expect(-(lasting.at(-1) as Item)._heapIndex).toBeLessThan(32);
    }
    expect(takeAll(timeline)).toEqual([kept, ...lasting]);
  });

  test('does what a sorted list does', () => {
    const push = fc.record({ kind: fc.constant('push' as const), when: fc.integer({ min: 0, max: 8 }) });
    const later = fc.record({ kind: fc.constant('later' as const) });
    const pop = fc.record({ kind: fc.constant('pop' as const) });
    const remove = fc.record({ kind: fc.constant('remove' as const), which: fc.nat() });
    fc.assert(
      fc.property(fc.array(fc.oneof(push, later, later, pop, remove), { maxLength: 200 }), (steps) => {
        const timeline = new Timeline<Item>();
        let model: Item[] = [];
        steps.forEach((step, order) => {
          if (step.kind === 'push' || step.kind === 'later') {
            const item = new Item(step.kind === 'push' ? step.when : order, order);
            timeline.push(item);
            model = [...model, item].sort(compare);
          } else if (step.kind === 'pop') expect(timeline.pop()).toBe(model.shift());
          else if (model.length > 0) {
            const [item] = model.splice(step.which % model.length, 1);
            expect(timeline.remove(item as Item)).toBe(true);
          }
          expect(timeline).toHaveLength(model.length);
          expect(timeline.peek()).toBe(model[0]);
        });
        expect(takeAll(timeline)).toEqual(model);
      }),
    );
  });
});
