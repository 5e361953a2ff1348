import { NotImplementedError, TypeError, ValueError } from '#asyncio/builtins/exceptions';
import { repr } from '#asyncio/builtins/repr';
import { Parameter, Signature, signature } from '#asyncio/inspect/index';

/** The class and text of what a function throws, as Python prints it. */
function complaint(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'nothing';
}

/** A function with exactly this source. */
function written(source: string): unknown {
  return (0, eval)(`(${source})`);
}

const text = (callable: unknown): string => String(signature(callable));

describe('a signature made by hand', () => {
  const a = new Parameter('a', 1, { default: 2, annotation: Number });
  const p = (name: string, kind: number, fallback?: unknown): Parameter =>
    new Parameter(name, kind, fallback === undefined ? {} : { default: fallback });

  test.each([
    [new Signature(), '<Signature ()>'],
    [new Signature([a]), '<Signature (a: Number = 2)>'],
    [new Signature([a], { return_annotation: Number }), '<Signature (a: Number = 2) -> Number>'],
    [new Signature([a], { return_annotation: 'str' }), "<Signature (a: Number = 2) -> 'str'>"],
    [new Signature([a], { return_annotation: null }), '<Signature (a: Number = 2) -> None>'],
    [new Signature({ parameters: new Set([a]) }), '<Signature (a: Number = 2)>'],
    [new Signature(null), '<Signature ()>'],
    [new Signature([p('a', 3, 1), p('b', 3)]), '<Signature (*, a=1, b)>'],
    [new Signature([p('a', 0), p('b', 0)]), '<Signature (a, b, /)>'],
    [new Signature([p('a', 0), p('b', 3)]), '<Signature (a, /, *, b)>'],
    [new Signature([p('a', 2), p('b', 3)]), '<Signature (*a, b)>'],
    [new Signature([p('a', 1, 1), p('b', 1)], { __validate_parameters__: false }), '<Signature (a=1, b)>'],
  ])('%# reads %s', (made, expected) => {
    expect(repr(made)).toBe(expected);
  });

  test.each<[() => unknown, string]>([
    [() => new Signature([a, a]), "ValueError: duplicate parameter name: 'a'"],
    [
      () => new Signature([p('a', 3), p('b', 1)]),
      'ValueError: wrong parameter order: keyword-only parameter before positional or keyword parameter',
    ],
    [
      () => new Signature([p('a', 1), p('b', 0)]),
      'ValueError: wrong parameter order: positional or keyword parameter before positional-only parameter',
    ],
    [
      () => new Signature([p('a', 4), p('b', 2)]),
      'ValueError: wrong parameter order: variadic keyword parameter before variadic positional parameter',
    ],
    [() => new Signature([p('a', 4), p('b', 4)]), 'ValueError: more than one variadic keyword parameter'],
    [() => new Signature([p('a', 2), p('b', 2)]), 'ValueError: more than one variadic positional parameter'],
    [() => new Signature([p('a', 1, 1), p('b', 1)]), 'ValueError: non-default argument follows default argument'],
    [() => new Signature([p('a', 0, 1), p('b', 1)]), 'ValueError: non-default argument follows default argument'],
    [() => new Signature([1 as never]), "AttributeError: 'int' object has no attribute 'kind'"],
    [() => new Signature(5 as never), "TypeError: 'int' object is not iterable"],
    [
      () => new Signature([], { x: 1 } as never),
      "TypeError: Signature.__init__() got an unexpected keyword argument 'x'",
    ],
    [
      () => Reflect.construct(Signature, [[a], Number]) as unknown,
      'TypeError: Signature.__init__() takes from 1 to 2 positional arguments but 3 were given',
    ],
  ])('%# is refused in the words of Python', (action, expected) => {
    expect(complaint(action)).toBe(expected);
  });

  test('its parameters are a dict in order, which cannot be changed', () => {
    const { parameters } = new Signature([p('b', 0), p('a', 1)]);
    expect(Object.keys(parameters)).toEqual(['b', 'a']);
    expect(Object.isFrozen(parameters)).toBe(true);
  });

  test('replace makes a copy', () => {
    const made = new Signature([a], { return_annotation: Number });
    expect(repr(made.replace({ parameters: [] }))).toBe('<Signature () -> Number>');
    expect(repr(made.replace({ parameters: null }))).toBe('<Signature () -> Number>');
    expect(repr(made.replace({ return_annotation: made.empty }))).toBe('<Signature (a: Number = 2)>');
    expect(repr(made.replace())).toBe(repr(made));
    expect(complaint(() => made.replace([a] as never))).toBe(
      'TypeError: Signature.replace() takes 1 positional argument but 2 were given',
    );
  });

  test('format breaks lines that are too long, and can leave out the quotes of annotations', () => {
    const made = new Signature([a, new Parameter('b', 3, { annotation: 'str', default: 'x' })], {
      return_annotation: Array,
    });
    expect(made.format({ max_width: 3, quote_annotation_strings: false })).toBe(
      "(\n    a: Number = 2,\n    *,\n    b: str = 'x'\n) -> Array",
    );
    expect(made.format({ max_width: 1000 })).toBe("(a: Number = 2, *, b: 'str' = 'x') -> Array");
    expect(made.format({ max_width: null })).toBe(String(made));
    expect(new Signature([p('a', 0), p('b', 0)]).format({ max_width: 0 })).toBe('(\n    a,\n    b,\n    /\n)');
    expect(new Signature().format({ max_width: 0 })).toBe('(\n    \n)');
    expect(complaint(() => made.format(10 as never))).toBe(
      'TypeError: Signature.format() takes 1 positional argument but 2 were given',
    );
  });

  test('the order of keyword-only parameters makes no difference, that of others does', () => {
    const same = (left: Parameter[], right: Parameter[]): boolean => new Signature(left).__eq__(new Signature(right));
    expect(same([p('a', 3), p('b', 3)], [p('b', 3), p('a', 3)])).toBe(true);
    expect(same([p('a', 1), p('b', 1)], [p('b', 1), p('a', 1)])).toBe(false);
    expect(same([p('a', 3)], [p('a', 3), p('b', 3)])).toBe(false);
    expect(same([p('a', 3)], [p('a', 2)])).toBe(false);
    expect(new Signature([], { return_annotation: 1 }).__eq__(new Signature())).toBe(false);
    expect(new Signature().__eq__('()')).toBe(false);
  });
});

describe('the signature of a function', () => {
  test.each([
    ['function () {}', '()'],
    ['(a, b = 1, ...rest) => a', '(a, b=1, *rest)'],
    ['a => a', '(a)'],
    ['async (a, b = null) => a', '(a, b=None)'],
    ['function* (a = "x", b = [1, true]) {}', "(a='x', b=[1, True])"],
    ['async function* (a = f(1), b = { c: 1 }) {}', "(a=f(1), b={'c': 1})"],
    ['(a = 1, b) => a', '(a=1, b)'],
    ['(a, { b, c = 2, d: e = undefined, ...rest }) => a', '(a, *, b, c=2, d=None, **rest)'],
    ['({ b, c = 2 } = {}) => b', '(*, b=None, c=2)'],
    ['({ b, c = 2 } = { b: 1, c: 3 }) => b', '(*, b=1, c=2)'],
    ['({ b } = make()) => b', '(*, b=None)'],
    ['(...[a, b]) => a', '(*implicit0)'],
    ['(a, ...{ length }) => a', '(a, *implicit1)'],
    ['(a, [b, c], d) => a', '(a, implicit1, /, d)'],
    ['({ a }, b) => a', '(implicit0, /, b)'],
    ['([a] = [], { b }) => a', '(implicit0=[], /, *, b)'],
    ['(a, { "b-c": b }) => a', '(a, implicit1, /)'],
    ['(a, { [b]: c }) => a', '(a, implicit1, /)'],
    ['(a, { a: b }) => a', '(a, implicit1, /)'],
    ['({ default: a, in: b = 1 }) => a', '(*, default, in=1)'],
    ['({ ...rest }) => rest', '(**rest)'],
    ['({}) => 1', '()'],
  ])('%s', (source, expected) => {
    expect(text(written(source))).toBe(expected);
  });

  test('methods, accessors and computed names have one too', () => {
    const key = 'k(x)';
    const object = {
      plain(a: number) {
        return a;
      },
      async *[key](b: number) {
        yield b;
      },
      get value() {
        return 1;
      },
      set value(c: number) {
        void c;
      },
    };
    const accessor = Object.getOwnPropertyDescriptor(object, 'value');
    expect([object.plain, object[key], accessor?.get, accessor?.set].map(text)).toEqual(['(a)', '(b)', '()', '(c)']);
  });

  test('annotations are read from __annotations__', () => {
    const annotated = Object.assign((a: number, { b = 'x' } = {}) => [a, b], {
      __annotations__: { a: Number, b: 'str', return: Array },
    });
    expect(text(annotated)).toBe("(a: Number, *, b: 'str' = 'x') -> Array");
    expect(signature(annotated).return_annotation).toBe(Array);
    expect(String(signature(annotated, { annotation_format: 3 }))).toBe("(a: Number, *, b: 'str' = 'x') -> Array");
    expect(String(signature(annotated, { annotation_format: 4 }))).toBe("(a: 'Number', *, b: 'str' = 'x') -> 'Array'");
  });

  test('formats of annotations that Python refuses are refused', () => {
    const f = (): void => undefined;
    expect(complaint(() => signature(f, { annotation_format: 0 }))).toBe('ValueError: Unsupported format 0');
    expect(complaint(() => signature(f, { annotation_format: 5 }))).toBe('ValueError: Unsupported format 5');
    expect(complaint(() => signature(f, { annotation_format: 2 }))).toBe(
      'ValueError: The VALUE_WITH_FAKE_GLOBALS format is for internal use only',
    );
    expect(complaint(() => signature(f, { eval_str: true, annotation_format: 4 }))).toBe(
      'ValueError: eval_str=True is only supported with format=Format.VALUE',
    );
  });

  test('strings among the annotations cannot be evaluated, but there need not be any', () => {
    const plain = Object.assign((a: number) => a, { __annotations__: { a: Number } });
    expect(String(signature(plain, { eval_str: true }))).toBe('(a: Number)');
    const quoted = Object.assign((a: number) => a, { __annotations__: { a: 'Number' } });
    expect(() => signature(quoted, { eval_str: true })).toThrow(NotImplementedError);
  });
});

describe('the signature of a class', () => {
  class Base {
    constructor(
      readonly a: number,
      { b = 1 } = {},
    ) {
      void b;
    }
  }

  test('is that of its constructor, or of the nearest base that has one', () => {
    class Middle extends Base {}
    class Last extends Middle {
      m(x: number): number {
        return x;
      }
    }
    class Own extends Last {
      constructor(...all: [number]) {
        super(all[0]);
      }
    }
    expect([Base, Middle, Last, Own, class {}].map(text)).toEqual([
      '(a, *, b=1)',
      '(a, *, b=1)',
      '(a, *, b=1)',
      '(*all)',
      '()',
    ]);
  });

  test('follows an old-style constructor that it extends', () => {
    expect(text(written('class extends (function (a, b) {}) {}'))).toBe('(a, b)');
  });

  test('is not known of a class of the host', () => {
    class Derived extends Map<string, number> {}
    expect(complaint(() => signature(Map))).toBe("ValueError: no signature found for builtin type <class 'Map'>");
    expect(complaint(() => signature(Derived))).toBe(
      "ValueError: no signature found for builtin type <class 'Derived'>",
    );
  });

  test('extending nothing leaves nothing to call', () => {
    expect(text(written('class extends null {}'))).toBe('()');
  });

  test("an exception's is that of BaseException", () => {
    expect(text(ValueError)).toBe('(*args)');
  });
});

describe('wrappers and other callables', () => {
  const inner = (a: number, b = null): unknown => [a, b];
  const positional = new Signature([new Parameter('x', 0)]);

  test('a wrapper has the signature of what it wraps, unless asked not to look', () => {
    const wrapper = Object.assign((...args: unknown[]) => args, { __wrapped__: inner });
    expect(text(wrapper)).toBe('(a, b=None)');
    expect(String(signature(wrapper, { follow_wrapped: false }))).toBe('(*args)');
  });

  test('a signature of its own comes first, also inside of a wrapper', () => {
    const told = Object.assign((...args: unknown[]) => args, { __wrapped__: inner, __signature__: positional });
    expect(signature(told)).toBe(positional);
    expect(signature(Object.assign(() => 1, { __wrapped__: told }))).toBe(positional);
    class Told {
      static __signature__ = positional;
    }
    expect(signature(Told)).toBe(positional);
  });

  test('null for a signature of its own is none; anything but a signature is refused', () => {
    expect(text(Object.assign((q: number) => q, { __signature__: null }))).toBe('(q)');
    expect(complaint(() => signature(Object.assign(() => 1, { __signature__: '(a, b)' })))).toBe(
      "TypeError: unexpected object '(a, b)' in __signature__ attribute",
    );
  });

  test('an object with __call__ has the signature of that', () => {
    expect(
      text({
        __call__(x: number) {
          return x;
        },
      }),
    ).toBe('(x)');
  });

  test('a subclass of Signature makes its own instances', () => {
    class Documented extends Signature {}
    const made = Documented.from_callable(inner);
    expect(made).toBeInstanceOf(Documented);
    expect(repr(made)).toBe('<Documented (a, b=None)>');
    expect(repr(Signature.from_callable(inner))).toBe('<Signature (a, b=None)>');
  });

  test('functions of the host and bound functions do not tell', () => {
    expect(() => signature(Math.max)).toThrow(ValueError);
    expect(complaint(() => signature(Math.max))).toMatch(/^ValueError: no signature found for builtin </);
    expect(() => signature(inner.bind(null))).toThrow(ValueError);
  });

  test.each<[() => unknown, string]>([
    [() => signature(1), 'TypeError: 1 is not a callable object'],
    [() => signature(null), 'TypeError: None is not a callable object'],
    [() => signature({}), 'TypeError: {} is not a callable object'],
    [() => signature(inner, true as never), 'TypeError: signature() takes 1 positional argument but 2 were given'],
    [() => signature(inner, { x: 1 } as never), "TypeError: signature() got an unexpected keyword argument 'x'"],
    [
      () => (signature as (...args: unknown[]) => unknown)(),
      "TypeError: signature() missing 1 required positional argument: 'obj'",
    ],
  ])('%# is refused in the words of Python', (action, expected) => {
    expect(complaint(action)).toBe(expected);
    expect(action).toThrow(TypeError);
  });
});
