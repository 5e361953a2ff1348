/** What the heap and the timeline promise alike: they give items back by deadline, whichever come and go. */
import fc from 'fast-check';

import type { HeapItem } from '#asyncio/builtins/heap';

export class Item implements HeapItem {
  _heapIndex = -1;
  constructor(
    readonly _when: number,
    readonly _order: number,
  ) {}
}

interface Timed {
  readonly length: number;
  push(item: Item): void;
  peek(): Item | undefined;
  pop(): Item | undefined;
  remove(item: Item): boolean;
  clear(): void;
}

export function compare(left: Item, right: Item): number {
  return left._when - right._when || left._order - right._order;
}

export function takeAll(timed: Timed): Item[] {
  const taken: Item[] = [];
  for (let item = timed.pop(); item !== undefined; item = timed.pop()) taken.push(item);
  return taken;
}

/**
 * Declares the tests.
 *
 * @param make - Makes an empty one.
 * @param check - Looks at what is special about it; the model has its items in order.
 */
export function testTimed<T extends Timed>(make: () => T, check?: (timed: T, model: readonly Item[]) => void): void {
  test('gives items back by deadline, and by creation where deadlines are equal', () => {
    const timed = make();
    const items = [new Item(2, 1), new Item(1, 4), new Item(2, 2), new Item(1, 3), new Item(2, 0)];
    for (const item of items) timed.push(item);
    expect(timed.peek()).toBe(items[3]);
    expect(takeAll(timed)).toEqual([items[3], items[1], items[4], items[0], items[2]]);
    expect(timed.peek()).toBeUndefined();
    expect(timed.pop()).toBeUndefined();
  });

  test('refuses to remove an item that it does not have', () => {
    const timed = make();
    const other = make();
    const [mine, theirs, nobodys] = [new Item(1, 1), new Item(2, 2), new Item(3, 3)];
    timed.push(mine);
    other.push(theirs);
    expect(timed.remove(theirs)).toBe(false);
    expect(timed.remove(nobodys)).toBe(false);
    expect(timed.remove(mine)).toBe(true);
    expect(timed.remove(mine)).toBe(false);
    expect([timed.length, other.length]).toEqual([0, 1]);
  });

  test('forgets everything when cleared, so that its items may go elsewhere', () => {
    const timed = make();
    const items = [new Item(2, 1), new Item(3, 2), new Item(4, 3), new Item(1, 4)];
    for (const item of items) timed.push(item);
    timed.remove(items[1] as Item);
    timed.clear();
    expect(timed).toHaveLength(0);
    expect(items.map((item) => item._heapIndex)).toEqual([-1, -1, -1, -1]);
    for (const place of [make(), timed]) {
      for (const item of items) place.push(item);
      expect(takeAll(place)).toEqual([...items].sort(compare));
    }
  });

  test('behaves as a sorted array under any sequence of operations', () => {
    const push = fc.record({ kind: fc.constant('push' as const), when: fc.integer({ min: 0, max: 9 }) });
    const later = fc.record({ kind: fc.constant('later' as const) });
    const pop = fc.record({ kind: fc.constant('pop' as const) });
    const remove = fc.record({ kind: fc.constant('remove' as const), which: fc.nat() });
    fc.assert(
      fc.property(fc.array(fc.oneof(push, later, push, pop, remove), { maxLength: 200 }), (steps) => {
        const timed = make();
        let model: Item[] = [];
        steps.forEach((step, order) => {
          if (step.kind === 'push' || step.kind === 'later') {
            const item = new Item(step.kind === 'push' ? step.when : order, order);
            timed.push(item);
            model = [...model, item].sort(compare);
          } else if (step.kind === 'pop') expect(timed.pop()).toBe(model.shift());
          else if (model.length > 0) {
            const [item] = model.splice(step.which % model.length, 1) as [Item];
            expect(timed.remove(item)).toBe(true);
            expect(item._heapIndex).toBe(-1);
          }
          expect(timed).toHaveLength(model.length);
          expect(timed.peek()).toBe(model[0]);
          check?.(timed, model);
        });
        expect(takeAll(timed)).toEqual(model);
      }),
    );
  });
}
