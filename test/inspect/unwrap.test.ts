import * as asyncio from 'asyncio-ts';

const { unwrap } = asyncio.inspect;

type Wrapper = (() => unknown) & { __wrapped__?: unknown };

function wrapper(inner?: unknown): Wrapper {
  return Object.assign((): unknown => inner, inner === undefined ? {} : { __wrapped__: inner });
}

describe('unwrap', () => {
  test('follows wrappers to the innermost function', () => {
    const inner = wrapper();
    expect(unwrap(wrapper(wrapper(inner)))).toBe(inner);
  });

  test('what wraps nothing is returned itself', () => {
    expect([unwrap(1), unwrap(null), unwrap(undefined), unwrap('x')]).toEqual([1, null, undefined, 'x']);
  });

  test('the end of the chain may be anything', () => {
    expect(unwrap(wrapper(5))).toBe(5);
    expect(unwrap({ __wrapped__: 5 })).toBe(5);
    expect(unwrap(wrapper(null))).toBeNull();
  });

  test('a class is never taken for a wrapper', () => {
    class Wrapping {
      static __wrapped__ = 5;
    }
    expect(unwrap(Wrapping)).toBe(Wrapping);
  });

  test('stop ends the search, at the first function already if it says so', () => {
    const middle = Object.assign(wrapper(wrapper()), { here: true });
    const outer = wrapper(middle);
    expect(unwrap(outer, { stop: (fn) => 'here' in (fn as object) })).toBe(middle);
    expect(unwrap(outer, { stop: () => true })).toBe(outer);
    expect(unwrap(outer, { stop: () => false })).toBe(middle.__wrapped__);
    expect(unwrap(outer, { stop: null })).toBe(middle.__wrapped__);
  });

  test('stop is not asked about the function at the end', () => {
    const asked: unknown[] = [];
    const inner = wrapper();
    const outer = wrapper(inner);
    unwrap(outer, { stop: (fn) => asked.push(fn) > 5 });
    expect(asked).toEqual([outer]);
  });

  test('a chain that leads back to itself is refused', () => {
    const first = wrapper(1);
    const second = wrapper(first);
    first.__wrapped__ = second;
    expect(() => unwrap(second)).toThrow(asyncio.ValueError);
    expect(() => unwrap(first)).toThrow(/^wrapper loop when unwrapping <function .* at 0x[0-9a-f]+>$/);
  });

  test('the decorators of the library can be undone', () => {
    const body = function* (): asyncio.Gen<void> {
      yield* asyncio.sleep(0);
    };
    const native = async (): Promise<number> => 1;
    const values = async function* (): AsyncGenerator<number> {
      yield 1;
    };
    expect(unwrap(asyncio.coroutine(body))).toBe(body);
    expect(unwrap(asyncio.coroutine(native))).toBe(native);
    expect(unwrap(asyncio.asyncgen(values))).toBe(values);
  });

  test('wrong arguments are refused in the words of Python', () => {
    expect(() => unwrap(1, 2 as never)).toThrow('unwrap() takes 1 positional argument but 2 were given');
    expect(() => unwrap(1, { x: 2 } as never)).toThrow("unwrap() got an unexpected keyword argument 'x'");
  });
});
