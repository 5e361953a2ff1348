/** `shortRepr`; what is expected here was printed by CPython's `reprlib.repr`. */
import { asTuple } from '#asyncio/builtins/repr';
import { shortRepr } from '#asyncio/builtins/reprlib';
import { ValueError } from 'asyncio-ts';

const nested = (depth: number, innermost: unknown): unknown => {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

test.each([
  [1, '1'],
  [1.5, '1.5'],
  [true, 'True'],
  [null, 'None'],
  ['x'.repeat(30), "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"],
  ['x'.repeat(29), "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"],
  ['x'.repeat(28), `'${'x'.repeat(28)}'`],
  ["'".repeat(40), `"''''''''''''...'''''''''''''"`],
  ['\n'.repeat(40), String.raw`'\n\n\n\n\n\n...n\n\n\n\n\n\n'`],
  [10n ** 50n, '100000000000000000...0000000000000000000'],
  [12345678901234567890123n, '12345678901234567890123'],
  [-(10n ** 45n), '-10000000000000000...0000000000000000000'],
  [new TextEncoder().encode('ab'.repeat(40)), "b'abababababa...babababababab'"],
  [new ValueError('x'.repeat(100)), "ValueError('x...xxxxxxxxxxxx')"],
])('a plain value is cut in its middle: %p', (value, expected) => {
  expect(shortRepr(value)).toBe(expected);
});

test('containers show their first items', () => {
  expect(shortRepr(Array(7).fill(1))).toBe('[1, 1, 1, 1, 1, 1, ...]');
  expect(shortRepr(Array(6).fill(1))).toBe('[1, 1, 1, 1, 1, 1]');
  expect(shortRepr([])).toBe('[]');
  expect(shortRepr(asTuple([1]))).toBe('(1,)');
  expect(shortRepr(asTuple([]))).toBe('()');
  expect(shortRepr(asTuple(Array(8).fill(1)))).toBe('(1, 1, 1, 1, 1, 1, ...)');
  expect(shortRepr(new Set([3, 1, 2]))).toBe('{1, 2, 3}');
  expect(shortRepr(new Set())).toBe('set()');
  expect(shortRepr(new Set([1, 2, 3, 4, 5, 6, 7, 8]))).toBe('{1, 2, 3, 4, 5, 6, ...}');
  expect(shortRepr({})).toBe('{}');
  expect(shortRepr([{}])).toBe('[{}]');
});

test('dicts show four pairs, sorted where their keys can be compared', () => {
  expect(shortRepr({ b: 1, a: 2, d: 3, c: 4, e: 5 })).toBe("{'a': 2, 'b': 1, 'c': 4, 'd': 3, ...}");
  expect(
    shortRepr(
      new Map([
        [3, 1],
        [1, 2],
      ]),
    ),
  ).toBe('{1: 2, 3: 1}');
  expect(
    shortRepr(
      new Map<unknown, number>([
        ['a', 1],
        [3, 4],
      ]),
    ),
  ).toBe("{'a': 1, 3: 4}");
});

test('items are cut too, and levels beyond the sixth are left out', () => {
  const long = "'xxxxxxxxxxxx...xxxxxxxxxxxxx'";
  expect(shortRepr(Array(8).fill('x'.repeat(100)))).toBe(`[${`${long}, `.repeat(6)}...]`);
  expect(shortRepr(nested(6, []))).toBe('[[[[[[[]]]]]]]');
  expect(shortRepr(nested(7, 1))).toBe('[[[[[[[...]]]]]]]');
  expect(shortRepr({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } })).toBe(
    "{'a': {'b': {'c': {'d': {'e': {'f': {...}}}}}}}",
  );
  const own: unknown[] = [];
  own.push(own);
  expect(shortRepr(own)).toBe('[[[[[[[...]]]]]]]');
});

test('an object with a repr of its own is not taken for a container', () => {
  expect(shortRepr({ __repr__: () => 'r'.repeat(200) })).toBe('rrrrrrrrrrrrr...rrrrrrrrrrrrrr');
});
