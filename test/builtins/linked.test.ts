import fc from 'fast-check';

import { LinkedList } from '#asyncio/builtins/linked';

class Item {
  _previous: Item | null = null;
  _next: Item | null = null;
  constructor(readonly name: number) {}
}

describe('LinkedList', () => {
  test('keeps items in the order in which they came', () => {
    const list = new LinkedList<Item>();
    const items = [1, 2, 3].map((name) => new Item(name));
    for (const item of items) list.append(item);
    expect([...list]).toEqual(items);
    expect([list.first, list.last, list.length]).toEqual([items[0], items[2], 3]);
    expect([list.shift(), list.shift(), list.shift(), list.shift()]).toEqual([...items, null]);
    expect([list.first, list.last, list.length]).toEqual([null, null, 0]);
  });

  test('knows its items, one or many, from those that are in no list', () => {
    const list = new LinkedList<Item>();
    const [first, last, nobodys] = [new Item(1), new Item(2), new Item(3)];
    const contained = () => [first, last, nobodys].map((item) => list.contains(item));
    list.append(first);
    expect(contained()).toEqual([true, false, false]);
    list.append(last);
    expect(contained()).toEqual([true, true, false]);
    expect(list.remove(nobodys)).toBe(false);
    list.remove(first);
    expect(list.remove(first)).toBe(false);
    expect([contained(), list.length]).toEqual([[false, true, false], 1]);
  });

  test('may change while it is gone through', () => {
    const list = new LinkedList<Item>();
    const items = [1, 2, 3].map((name) => new Item(name));
    for (const item of items) list.append(item);
    const seen: number[] = [];
    for (const item of list) {
      seen.push(item.name);
      for (const other of list) list.remove(other);
    }
    expect(seen).toEqual([1, 2, 3]);
    const fields = items.flatMap((item) => [item._previous, item._next]);
    expect(fields).toEqual(new Array(6).fill(null));
  });

  test('behaves as an array under any sequence of operations', () => {
    const kind = fc.constantFrom('append', 'append', 'remove', 'shift', 'again');
    const operation = fc.record({ kind, number: fc.nat() });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 200 }), (operations) => {
        const list = new LinkedList<Item>();
        let model: Item[] = [];
        const removed: Item[] = [];
        for (const { kind, number } of operations) {
          if (kind === 'append' || (kind === 'again' && removed.length > 0)) {
            const item = kind === 'append' ? new Item(number) : (removed.pop() as Item);
            list.append(item);
            model.push(item);
          } else if (kind === 'shift') {
            expect(list.shift()).toBe(model.shift() ?? null);
          } else if (kind === 'remove' && model.length > 0) {
            const item = model[number % model.length] as Item;
            expect(list.remove(item)).toBe(true);
            expect(list.contains(item)).toBe(false);
            model = model.filter((other) => other !== item);
            removed.push(item);
          }
          expect(list).toHaveLength(model.length);
          expect(list.toArray()).toEqual(model);
          expect([list.first, list.last]).toEqual([model[0] ?? null, model.at(-1) ?? null]);
          const backwards: Item[] = [];
          for (let item = list.last; item !== null; item = item._previous) backwards.push(item);
          expect(backwards).toEqual(model.toReversed());
        }
      }),
    );
  });
});
