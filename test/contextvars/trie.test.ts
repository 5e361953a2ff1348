import fc from 'fast-check';

import { Branch, EMPTY_BRANCH, entries, find, insert, type TrieKey, without } from '#asyncio/contextvars/trie';

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
            trie = insert(trie, key, index);
            model.set(key, index);
          } else if (model.delete(key)) {
            trie = without(trie, key);
          }
          versions.push([trie, new Map(model)]);
        });
        for (const [version, expected] of versions) {
          expect(new Map(Array.from(entries(version), ({ key, value }) => [key, value]))).toEqual(expected);
          for (const key of keys.values()) expect(find(version, key)?.value).toBe(expected.get(key));
        }
      }),
    );
  });

  test('leaves no empty or needless branches behind', () => {
    const near: TrieKey = { _low: 1, _high: 0 };
    const far: TrieKey = { _low: 1, _high: 1 };
    let trie = insert<TrieKey>(insert<TrieKey>(EMPTY_BRANCH, near, 'near'), far, 'far');
    expect(trie.children[0]).toBeInstanceOf(Branch);
    trie = without(trie, far);
    expect(trie).toEqual(insert<TrieKey>(EMPTY_BRANCH, near, 'near'));
    expect(without(trie, near)).toBe(EMPTY_BRANCH);
  });
});
