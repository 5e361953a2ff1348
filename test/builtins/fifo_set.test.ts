import fc from 'fast-check';

import { FifoSet } from '#asyncio/builtins/fifo_set';

const filled = (items: string): FifoSet<string> => {
  const set = new FifoSet<string>();
  for (const item of items) set.add(item);
  return set;
};

describe('FifoSet', () => {
  test('has its items in the order in which they came, whoever leaves', () => {
    const set = filled('abcd');
    set.delete('a');
    expect([[...set], set.size]).toEqual([['b', 'c', 'd'], 3]);
    set.delete('c');
    set.add('e');
    expect([[...set], set.size]).toEqual([['b', 'd', 'e'], 3]);
  });

  test('takes no notice of who is not there', () => {
    const set = filled('ab');
    set.delete('z');
    expect([...set]).toEqual(['a', 'b']);
    for (const item of 'aabbz') set.delete(item);
    expect([[...set], set.size]).toEqual([[], 0]);
  });

  test('may change while somebody goes through it', () => {
    const set = filled('abc');
    const seen: string[] = [];
    for (const item of set) {
      seen.push(item);
      set.delete(item);
      if (item === 'a') set.add('d');
    }
    expect([seen, [...set]]).toEqual([['a', 'b', 'c'], ['d']]);
  });

  test('behaves as a Set', () => {
    const commands = fc.array(fc.tuple(fc.boolean(), fc.nat(8)));
    fc.assert(
      fc.property(commands, (given) => {
        const [set, model] = [new FifoSet<number>(), new Set<number>()];
        for (const [adds, item] of given) {
          if (!adds) set.delete(item);
          else if (!model.has(item)) set.add(item);
          if (adds) model.add(item);
          else model.delete(item);
          expect([set.size, [...set]]).toEqual([model.size, [...model]]);
        }
      }),
    );
  });
});
