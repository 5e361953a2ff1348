/** Compiled functions are known as what they were, also when a minifier has been at them. */
import { transform } from '@asyncio-ts/compiler';
import * as asyncio from 'asyncio-ts';
import * as runtime from 'asyncio-ts/compiled';
import { transformSync } from 'esbuild';

const { iscoroutinefunction, isasyncgenfunction, signature } = asyncio.inspect;

const SOURCE = `
async function declared(first, second = 2) { return await first + second }
async function* generates(n) { for (let i = 0; i < n; i++) yield i }
const arrow = async (x) => x;
const expression = async function (x) { return x };
class Own {
  async method(x) { return x }
  async *values() { yield 1 }
  static async of(x) { return x }
  async #hidden(x) { return x }
  get hidden() { return this.#hidden }
}
const literal = { async method() {}, async *values() {} };
const plain = (x) => x;
exports.declared = declared;
exports.generates = generates;
exports.arrow = arrow;
exports.expression = expression;
exports.Own = Own;
exports.literal = literal;
exports.plain = plain;
`;

type AnyFunction = (...args: unknown[]) => unknown;

interface Exports {
  readonly declared: (first: number, second?: number) => asyncio.Coroutine<number>;
  readonly generates: AnyFunction;
  readonly arrow: AnyFunction;
  readonly expression: AnyFunction;
  readonly Own: {
    new (): { method: AnyFunction; values: AnyFunction; hidden: AnyFunction };
    of: AnyFunction;
  };
  readonly literal: { method: AnyFunction; values: AnyFunction };
  readonly plain: AnyFunction;
}

function load(minify: boolean): { code: string; exports: Exports } {
  const result = transform(SOURCE, { filename: 'own.js', sourceType: 'script' });
  const { code } = transformSync(result?.code ?? '', { minify, format: 'cjs' });
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the source is ours
  (new Function('require', 'exports', code) as AnyFunction)(() => runtime, exports);
  return { code, exports: exports as Exports };
}

describe.each([
  ['as they are', false],
  ['minified', true],
])('%s', (_how, minify) => {
  const { code, exports } = load(minify);
  const { declared, generates, arrow, expression, Own, literal, plain } = exports;
  const own = new Own();

  test('the minifier has been at work, or not', () => {
    expect(code.includes('first')).toBe(!minify);
  });

  test('coroutine functions', () => {
    const functions = [declared, arrow, expression, own.method, Own.of, own.hidden, literal.method];
    expect(functions.map((fn) => iscoroutinefunction(fn))).toEqual(functions.map(() => true));
    expect(functions.map((fn) => isasyncgenfunction(fn))).toEqual(functions.map(() => false));
  });

  test('asynchronous generator functions', () => {
    const functions = [generates, own.values, literal.values];
    expect(functions.map((fn) => isasyncgenfunction(fn))).toEqual([true, true, true]);
    expect(functions.map((fn) => iscoroutinefunction(fn))).toEqual([false, false, false]);
  });

  test('bound ones, and no others', () => {
    expect(iscoroutinefunction(declared.bind(null, 1))).toBe(true);
    expect([plain, Own, generates].map((fn) => iscoroutinefunction(fn))).toEqual([false, false, false]);
  });

  test('names and lengths', () => {
    const functions = [declared, generates, arrow, expression, own.method, Own.of, own.hidden, literal.method];
    expect(functions.map((fn) => fn.name)).toEqual([
      ...['declared', 'generates', 'arrow', 'expression'],
      ...['method', 'of', '#hidden', 'method'],
    ]);
    expect(functions.map((fn) => fn.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test('a coroutine goes by the name of its function', async () => {
    const coroutine = declared(1);
    expect(coroutine.__qualname__).toBe('declared');
    expect(await asyncio.run(coroutine)).toBe(3);
  });

  test('the signature has the parameters, by whatever name', () => {
    const text = String(signature(declared));
    expect(text).toMatch(minify ? /^\(\w, \w=2\)$/ : /^\(first, second=2\)$/);
  });
});
