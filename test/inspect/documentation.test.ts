/* eslint-disable @typescript-eslint/class-literal-property-style -- classes of any shape are asked about */
import * as asyncio from 'asyncio-ts';

const { cleandoc, getattr_static, getdoc } = asyncio.inspect;

describe('cleandoc', () => {
  // What CPython 3.14 gives.
  test.each([
    ['', ''],
    ['a', 'a'],
    ['  a\n  b', 'a\nb'],
    ['\n\n  a\n    b\n\n', 'a\n  b'],
    ['\ta\n\tb', 'a\nb'],
    ['a\n  b\n c', 'a\n b\nc'],
    ['   \n  a', 'a'],
    ['a\n\n', 'a'],
    [' a\n\n   b\n', 'a\n\nb'],
    ['a\n   \n  b', 'a\n \nb'],
    ['a \n  b  \n  ', 'a \nb  '],
    ['\fa\n\fb', '\fa\n\fb'],
    ['  a\r\n  b', 'a\r\nb'],
    ['a\n\tb\n        c', 'a\nb\nc'],
    ['a\n\u00a0b', 'a\n\u00a0b'],
    [' \n \n', ' '],
    ['\n\n', ''],
    ['a\n \t\n b', 'a\n       \nb'],
    ['\t a\n b\tc', 'a\nb      c'],
  ])('%j', (doc, expected) => {
    expect(cleandoc(doc)).toBe(expected);
  });

  test('takes its argument by keyword too, and only strings', () => {
    expect(cleandoc({ doc: ' x' })).toBe('x');
    expect(() => cleandoc(null as never)).toThrow("'NoneType' object has no attribute 'expandtabs'");
  });
});

describe('getdoc', () => {
  class Reader {
    static __doc__ = `Reads lines.

      One at a time.
        And another.
    `;
    get size(): number {
      return 1;
    }
  }
  class LineReader extends Reader {}

  test('takes the indentation out', () => {
    expect(getdoc(Reader)).toBe('Reads lines.\n\nOne at a time.\n  And another.');
  });

  test('a class without documentation has that of its base, an instance of it has none', () => {
    expect(getdoc(LineReader)).toBe(getdoc(Reader));
    expect(getdoc(new Reader())).toBe(getdoc(Reader));
    expect(getdoc(new LineReader())).toBeNull();
  });

  test('an object may have its own', () => {
    expect(getdoc(Object.assign(new LineReader(), { __doc__: 'mine' }))).toBe('mine');
    expect(getdoc({ __doc__: 'plain' })).toBe('plain');
  });

  test('a function says it with a property', () => {
    expect(getdoc(Object.assign(() => 1, { __doc__: ' One.' }))).toBe('One.');
    expect(getdoc(() => 1)).toBeNull();
  });

  test('a coroutine function has that of the function inside, an ordinary wrapper has not', () => {
    const inner = Object.assign(async () => 1, { __doc__: 'Answers.' });
    expect(getdoc(asyncio.coroutine(inner))).toBe('Answers.');
    expect(getdoc(Object.assign(() => 1, { __wrapped__: inner }))).toBeNull();
  });

  test('a property has that of its getter', () => {
    Object.assign(Object.getOwnPropertyDescriptor(Reader.prototype, 'size')?.get ?? {}, { __doc__: 'How much.' });
    expect(getdoc(getattr_static(Reader, 'size'))).toBe('How much.');
  });

  test('what is no text is no documentation', () => {
    expect([getdoc({ __doc__: 5 }), getdoc({ __doc__: null }), getdoc(null), getdoc(1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
