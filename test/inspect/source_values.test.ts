import { repr } from '#asyncio/builtins/repr';
import { functionParameters } from '#asyncio/inspect/source_parameters';
import { SourceExpression, valueOf } from '#asyncio/inspect/source_values';

/** The value of a default, written as it would be in a parameter list. */
function value(text: string): unknown {
  const fallback = functionParameters(`(a = ${text}) => a`)[0]?.fallback;
  if (!fallback) throw new Error(`no default in ${text}`);
  return valueOf(fallback);
}

describe('literals are given as their values', () => {
  test.each<[string, unknown]>([
    ['1', 1],
    ['-1', -1],
    ['+1.5', 1.5],
    ['-0', -0],
    ['.5e3', 500],
    ['1_000', 1000],
    ['0xff', 255],
    ['0b11', 3],
    ['0o17', 15],
    ['10n', 10n],
    ['-0x10n', -16n],
    ['0', 0],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['true', true],
    ['false', false],
    ['null', null],
    ["'a'", 'a'],
    ['"it\'s"', "it's"],
    [String.raw`'\n\t\\\'\x41\u0042\u{1F600}\0\q'`, "\n\t\\'AB😀\0q"],
    ["'a\\\nb'", 'ab'],
    ['``', ''],
    ['`a\r\nb`', 'a\nb'],
    ["'a${1}'", 'a${1}'],
    ['`\\${a}`', '${a}'],
    ['`\\\\`', '\\'],
    ['[]', []],
    ['[1, "b", [null]]', [1, 'b', [null]]],
    ['[1, 2,]', [1, 2]],
    ['{}', {}],
    ['{ a: 1, "b c": [2], 3: { d: -4 }, }', { a: 1, 'b c': [2], 3: { d: -4 } }],
  ])('%s', (text, expected) => {
    expect(value(text)).toStrictEqual(expected);
  });

  test('undefined is what None is', () => {
    expect([value('undefined'), value('void 0')]).toEqual([null, null]);
  });

  test('every look gives a fresh list', () => {
    const fallback = functionParameters('(a = []) => a')[0]?.fallback ?? null;
    expect(fallback && valueOf(fallback)).not.toBe(fallback && valueOf(fallback));
  });
});

describe('everything else stays an expression', () => {
  test.each([
    'f()',
    'a.b',
    '1 + 2',
    '- x',
    '-"1"',
    '!true',
    '`a${1}`',
    '`\\\\${1}`',
    'tag`a`',
    '/a/g',
    '() => 1',
    'function () {}',
    'class {}',
    'new Map()',
    'Symbol.iterator',
    '[a]',
    '[...b]',
    '[, 1]',
    '[1][0]',
    '{ a }',
    '{ ...a }',
    '{ a() {} }',
    '{ get a() { return 1; } }',
    '{ [a]: 1 }',
    '{ __proto__: null }',
    '{ a: b ? c : d }',
    '{}.a',
    '017',
    '(1, 2)',
    'void f()',
    '1n - 1n',
    '+1n',
  ])('%s', (text) => {
    const result = value(text);
    expect(result).toBeInstanceOf(SourceExpression);
    expect([(result as SourceExpression).source, repr(result), String(result)]).toEqual([text, text, text]);
  });

  test('two of them are equal if they were written the same', () => {
    const expression = value('f()') as SourceExpression;
    expect(expression.__eq__(value('f()'))).toBe(true);
    expect(expression.__eq__(value('g()'))).toBe(false);
    expect(expression.__eq__('f()')).toBe(false);
  });
});
