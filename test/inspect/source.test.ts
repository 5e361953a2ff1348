import * as asyncio from 'asyncio-ts';

const { getsource } = asyncio.inspect;

function complaint(value: unknown): string {
  try {
    return getsource(value);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('getsource', () => {
  test('gives the text as it was written', () => {
    const text = 'function   f( a,/* b */ c ) {\n    return  a\n  }';
    expect(getsource((0, eval)(`(${text})`))).toBe(text);
    expect(getsource((0, eval)('(class A  { m(){} })'))).toBe('class A  { m(){} }');
  });

  test('follows wrappers to the function inside', () => {
    expect(getsource(asyncio.coroutine((0, eval)('(async () => 1)') as () => Promise<number>))).toBe('async () => 1');
  });

  test('methods are known by the text of the method alone', () => {
    const object = (0, eval)('({ async  m ( a ) { return a } })') as { m: unknown };
    expect(getsource(object.m)).toBe('async  m ( a ) { return a }');
  });

  const expected = 'TypeError: module, class, method, function, traceback, frame, or code object was expected, got ';

  test.each<[unknown, string]>([
    [Math.max, `${expected}builtin_function_or_method`],
    [1, `${expected}int`],
    [null, `${expected}NoneType`],
    [new (class C {})(), `${expected}C`],
    [Map, "TypeError: <class 'Map'> is a built-in class"],
    [asyncio, 'OSError: could not get source code'],
    [(() => 1).bind(null), 'OSError: could not get source code'],
  ])('%# is refused in the words of Python', (value, text) => {
    expect(complaint(value)).toBe(text);
  });
});
