/** Python's truth of values. */
import { isTrue } from '#asyncio/builtins/truth';

test.each([null, undefined, false, 0, -0, 0n, '', [], {}, new Set(), new Map(), new Uint8Array()])(
  '%p is false',
  (value) => {
    expect(isTrue(value)).toBe(false);
  },
);

test.each([true, -1, NaN, 1n, ' ', [null], { a: 0 }, new Set([0]), new Map([[0, 0]]), new Uint8Array(1), new Date(0)])(
  '%p is true',
  (value) => {
    expect(isTrue(value)).toBe(true);
  },
);

test('functions and other objects are true', () => {
  class Empty {}
  expect([isTrue(() => false), isTrue(Empty), isTrue(new Empty())]).toEqual([true, true, true]);
});

test('an object answers by __bool__, else by __len__', () => {
  const answers = [
    { __bool__: () => false, __len__: () => 1 },
    { __bool__: () => true, __len__: () => 0 },
    { __len__: () => 0 },
    { __len__: () => 2 },
  ];
  expect(answers.map(isTrue)).toEqual([false, true, false, true]);
});
