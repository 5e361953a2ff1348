import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BoundArguments, Parameter, Signature, signature } from '#asyncio/inspect/index';

const { POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD } = Parameter;

interface Case {
  parameters: [name: string, kind: number, fallback?: unknown][];
  text: string;
  wide: string;
  args: unknown[];
  kwargs: Record<string, unknown>;
  bind: unknown;
  partial: unknown;
}

// Made by binding_cases.py with CPython 3.14.
const cases = JSON.parse(readFileSync(join(__dirname, 'binding_cases.txt'), 'utf8')) as Case[];

/** What binding_cases.py records of a call. */
function record(bind: () => BoundArguments): unknown {
  let bound: BoundArguments;
  try {
    bound = bind();
  } catch (error) {
    return (error as Error).message;
  }
  const before = [String(bound), bound.args, bound.kwargs];
  bound.apply_defaults();
  return [...before, Object.entries(bound.arguments), bound.args, bound.kwargs];
}

function make({ parameters }: Case): Signature {
  return new Signature(
    parameters.map(([name, kind, ...rest]) => new Parameter(name, kind, rest.length === 0 ? {} : { default: rest[0] })),
  );
}

describe('random calls of random signatures', () => {
  test('the recorded cases hold calls that fit and calls that do not', () => {
    expect(cases.filter((one) => Array.isArray(one.bind)).length).toBeGreaterThan(30);
    expect(cases.filter((one) => typeof one.bind === 'string').length).toBeGreaterThan(100);
  });

  test('signatures read as in CPython, on one line and on many', () => {
    for (const one of cases) {
      const made = make(one);
      expect([String(made), made.format({ max_width: 5 })]).toEqual([one.text, one.wide]);
    }
  });

  test('bind gives and refuses what CPython gives and refuses', () => {
    for (const one of cases) {
      const call = { call: one.text, args: one.args, kwargs: one.kwargs };
      expect({ ...call, result: record(() => make(one).bind(...one.args, one.kwargs)) }).toEqual({
        ...call,
        result: one.bind,
      });
    }
  });

  test('so does bind_partial', () => {
    for (const one of cases) {
      const call = { call: one.text, args: one.args, kwargs: one.kwargs };
      const result = record(() => make(one).bind_partial(...one.args, one.kwargs));
      expect({ ...call, result }).toEqual({ ...call, result: one.partial });
    }
  });
});

describe('keyword arguments', () => {
  const loose = new Signature([
    new Parameter('a', POSITIONAL_OR_KEYWORD),
    new Parameter('b', POSITIONAL_OR_KEYWORD, { default: null }),
  ]);

  test('a plain object at the end is keywords', () => {
    expect(loose.bind({ a: 1, b: 2 }).args).toEqual([1, 2]);
    expect(() => loose.bind(1, { c: 2 })).toThrow("got an unexpected keyword argument 'c'");
  });

  test('an empty object behind it makes a plain object a value', () => {
    expect(loose.bind(1, { c: 2 }, {}).args).toEqual([1, { c: 2 }]);
  });

  test('an instance of a class, an array, a Map and null are values', () => {
    for (const value of [new Date(0), [1], new Map(), null]) expect(loose.bind(1, value).args).toEqual([1, value]);
  });

  test('a keyword may have any name that an object can', () => {
    const keywords = new Signature([new Parameter('rest', VAR_KEYWORD)]);
    const bound = keywords.bind({ constructor: 1, toString: 2 });
    expect(Object.entries(bound.kwargs)).toEqual([
      ['constructor', 1],
      ['toString', 2],
    ]);
  });

  test('names that every object inherits are not taken for arguments', () => {
    const inherited = new Signature([new Parameter('constructor', POSITIONAL_OR_KEYWORD, { default: 5 })]);
    const bound = inherited.bind();
    expect([bound.args, bound.kwargs]).toEqual([[], {}]);
    bound.apply_defaults();
    expect(bound.args).toEqual([5]);
  });
});

describe('bound arguments', () => {
  const f = (a: number, b = 2, ...rest: number[]): number => a + b + rest.length;

  test('a function can be called with them', () => {
    const sum = (a: number, { b = 0, c = 0 }: { b?: number; c?: number } = {}): number => a + 10 * b + 100 * c;
    const bound = signature(sum).bind(1, { c: 3 });
    expect(sum(...(bound.args as [number]), bound.kwargs)).toBe(301);
  });

  test('args and kwargs follow what is done to arguments', () => {
    const bound = signature(f).bind(1);
    bound.arguments.b = 9;
    expect([String(bound), bound.args]).toEqual(['<BoundArguments (a=1, b=9)>', [1, 9]]);
    bound.arguments = { b: 3 };
    expect([bound.args, bound.kwargs]).toEqual([[], { b: 3 }]);
  });

  test('further positional arguments read as a tuple', () => {
    expect(String(signature(f).bind(1, 2, 3))).toBe('<BoundArguments (a=1, b=2, rest=(3,))>');
    expect(String(signature(f).bind(1, 2, 3, 4))).toBe('<BoundArguments (a=1, b=2, rest=(3, 4))>');
  });

  test('they are equal if signature and values are', () => {
    const same = signature(f).bind(1, 2);
    expect(same.__eq__(signature(f).bind(1, { b: 2 }))).toBe(true);
    expect(same.__eq__(signature(f).bind(1, 3))).toBe(false);
    expect(same.__eq__(signature((a: number, b = 3) => a + b).bind(1, 2))).toBe(false);
    expect(same.__eq__(4)).toBe(false);
  });

  test('they know their signature, and can be made by hand', () => {
    const made = signature(f);
    expect(made.bind(1).signature).toBe(made);
    expect(new BoundArguments(made, { a: 1 }).args).toEqual([1]);
  });

  test('kinds have the order in which they stand', () => {
    const kinds = [VAR_KEYWORD, POSITIONAL_ONLY, KEYWORD_ONLY, VAR_POSITIONAL, POSITIONAL_OR_KEYWORD];
    expect(kinds.sort((left, right) => Number(left) - Number(right)).map(String)).toEqual([
      'POSITIONAL_ONLY',
      'POSITIONAL_OR_KEYWORD',
      'VAR_POSITIONAL',
      'KEYWORD_ONLY',
      'VAR_KEYWORD',
    ]);
  });
});
