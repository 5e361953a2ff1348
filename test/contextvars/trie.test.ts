import fc from 'fast-check';

import { Branch, EMPTY_BRANCH, type TrieKey } from '#asyncio/contextvars/trie';

/** Numbers that share many digits, beyond 30 bits too. */
const number = fc.oneof(
  fc.nat({ max: 40 }),
  fc.nat({ max: 31 }).map((digit) => digit * 32 ** 3),
  fc.nat({ max: 3 }).map((rest) => rest * 2 ** 30 + 5),
  fc.nat({ max: 2 ** 23 - 1 }).map((rest) => rest * 2 ** 30),
  fc.maxSafeNat(),
);

describe('the trie of variables', () => {
  test('behaves as a map, and leaves every earlier version as it was', () => {
    const operation = fc.record({ insert: fc.boolean(), number });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 120 }), (operations) => {
        const keys = new Map<number, TrieKey>();
        const model = new Map<TrieKey, number>();
        let trie: Branch<TrieKey> = EMPTY_BRANCH;
        const versions: [Branch<TrieKey>, Map<TrieKey, number>][] = [];
        operations.forEach((operation, index) => {
          const key = keys.get(operation.number) ?? {
            _low: operation.number % 2 ** 30,
            _high: Math.floor(operation.number / 2 ** 30),
          };
          keys.set(operation.number, key);
          if (operation.insert) {
            trie = trie.insert(key, index);
            model.set(key, index);
          } else if (model.delete(key)) {
            trie = trie.without(key);
          }
          versions.push([trie, new Map(model)]);
        });
        for (const [version, expected] of versions) {
          expect(new Map(Array.from(version.entries(), ({ key, value }) => [key, value]))).toEqual(expected);
          for (const key of keys.values()) expect(version.find(key)?.value).toBe(expected.get(key));
        }
      }),
    );
  });

  test('leaves no empty or needless branches behind', () => {
    const near: TrieKey = { _low: 1, _high: 0 };
    const far: TrieKey = { _low: 1, _high: 1 };
    const empty: Branch<TrieKey> = EMPTY_BRANCH;
    let trie = empty.insert(near, 'near').insert(far, 'far');
    expect(trie.children[0]).toBeInstanceOf(Branch);
    trie = trie.without(far);
    expect(trie).toEqual(empty.insert(near, 'near'));
    expect(trie.without(near)).toBe(EMPTY_BRANCH);
  });
});
