import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { ValueError } from '#asyncio/builtins/value_errors';
import {
  address,
  asTuple,
  defineHidden,
  installRepr,
  isPlainObject,
  recursiveRepr,
  repr,
  reprTuple,
  str,
  typeName,
} from '#asyncio/builtins/repr';

class Thing {
  readonly field: number = 1;
}

describe('repr of strings', () => {
  // Both columns as CPython 3.14 printed them with `ascii`.
  test.each([
    ['a', "'a'"],
    ['', "''"],
    ["it's", '"it\'s"'],
    ['"', "'\"'"],
    ['\'"', "'\\'\"'"],
    ['a\nb\t\r\\', "'a\\nb\\t\\r\\\\'"],
    ['\x00\x1f\x7f\x80\xa0\xad\xff', "'\\x00\\x1f\\x7f\\x80\\xa0\\xad\xff'"],
    ['é', "'é'"],
    ['\u200b\u2028\u3000', "'\\u200b\\u2028\\u3000'"],
    ['\u{1f600}', "'\u{1f600}'"],
    ['\ud800', "'\\ud800'"],
    ['x\udc00y', "'x\\udc00y'"],
    ['\ue000', "'\\ue000'"],
    ['\u{e0001}', "'\\U000e0001'"],
    ['a\u0301', "'a\u0301'"],
    ['\u0378', "'\\u0378'"],
    [' ', "' '"],
  ])('%j', (value, expected) => {
    expect(repr(value)).toBe(expected);
  });
});

describe('repr of numbers', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [-17, '-17'],
    [1.5, '1.5'],
    [-0, '-0.0'],
    [1e21, '1e+21'],
    [1e22, '1e+22'],
    [1e-7, '1e-07'],
    [1.5e-5, '1.5e-05'],
    [0.0001, '0.0001'],
    [0.00012, '0.00012'],
    [9.9e-5, '9.9e-05'],
    [123456789.123, '123456789.123'],
    [NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%d', (value, expected) => {
    expect(repr(value)).toBe(expected);
  });

  test('of any size', () => {
    expect(repr(123456789012345678901234567890n)).toBe('123456789012345678901234567890');
  });
});

describe('repr of bytes', () => {
  test.each([
    ['a', "b'a'"],
    ["it's", 'b"it\'s"'],
    ['"', "b'\"'"],
    ['\'"', "b'\\'\"'"],
    ['\n\t\r\\\x00\x7f\xff', "b'\\n\\t\\r\\\\\\x00\\x7f\\xff'"],
    ['', "b''"],
  ])('%j', (text, expected) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(repr(bytes)).toBe(expected);
    expect(repr(Buffer.from(bytes))).toBe(expected);
    expect(str(bytes)).toBe(expected);
  });
});

describe('repr of other values', () => {
  test('of the constants', () => {
    expect([true, false, null, undefined].map(repr)).toEqual(['True', 'False', 'None', 'None']);
  });

  test('of containers', () => {
    expect(repr([1, 'a', null, [true]])).toBe("[1, 'a', None, [True]]");
    expect(repr([])).toBe('[]');
    expect(repr(new Set([1, 'x']))).toBe("{1, 'x'}");
    expect(repr(new Set())).toBe('set()');
    expect(
      repr(
        new Map<unknown, unknown>([
          ['a', 1],
          [2, 'b'],
        ]),
      ),
    ).toBe("{'a': 1, 2: 'b'}");
    expect(repr(new Map())).toBe('{}');
    expect(repr({ a: 1, b: { c: [] } })).toBe("{'a': 1, 'b': {'c': []}}");
    expect(repr(Object.assign(Object.create(null), { a: 1 }))).toBe("{'a': 1}");
  });

  test('of containers of another realm', () => {
    expect(repr(runInNewContext("[[1], { a: 'b' }, new Set([1]), new Map([[1, 2]]), new Uint8Array([65])]"))).toBe(
      "[[1], {'a': 'b'}, {1}, {1: 2}, b'A']",
    );
  });

  test('of containers that contain themselves', () => {
    const list: unknown[] = [1];
    list.push(list);
    const dict: Record<string, unknown> = {};
    dict.a = dict;
    const map = new Map<string, unknown>();
    map.set('m', [map]);
    expect(repr(list)).toBe('[1, [...]]');
    expect(repr(dict)).toBe("{'a': {...}}");
    expect(repr(map)).toBe("{'m': [{...}]}");
    expect(repr([list, list])).toBe('[[1, [...]], [1, [...]]]');
  });

  test('of tuples', () => {
    const tuple: unknown[] = asTuple([1]);
    expect(repr(tuple)).toBe('(1,)');
    expect(repr(asTuple([]))).toBe('()');
    expect(repr([asTuple(['127.0.0.1', 80])])).toBe("[('127.0.0.1', 80)]");
    expect(reprTuple([1, [2]])).toBe('(1, [2])');
    tuple.push(tuple);
    expect(repr(tuple)).toBe('(1, (...))');
    expect(typeName(tuple)).toBe('tuple');
  });

  test('of functions and classes', () => {
    function named(): void {
      return;
    }
    const lambda = [() => 1][0] as () => number;
    expect(repr(named)).toBe(`<function named at ${address(named)}>`);
    expect(repr(lambda)).toBe(`<function <lambda> at ${address(lambda)}>`);
    expect(repr(Object.assign(() => 1, { __qualname__: 'Some.method' }))).toMatch(/^<function Some\.method at 0x7f/);
    expect(repr(Thing)).toBe("<class 'Thing'>");
    expect(repr(Map)).toBe("<class 'Map'>");
    expect(repr(ValueError)).toBe("<class 'ValueError'>");
    class Placed {
      static readonly __module__ = 'asyncio.locks';
      readonly field: number = 1;
    }
    expect(repr(Placed)).toBe("<class 'asyncio.locks.Placed'>");
    expect(repr(new Placed())).toMatch(/^<asyncio\.locks\.Placed object at 0x7f[0-9a-f]{10}>$/);
  });

  test('of instances, by class and address', () => {
    const thing = new Thing();
    expect(repr(thing)).toBe(`<Thing object at ${address(thing)}>`);
    const promise = Promise.resolve();
    expect(repr(promise)).toBe(`<Promise object at ${address(promise)}>`);
    const anonymous = new (class {
      readonly field: number = 1;
    })();
    expect(repr(anonymous)).toBe(`<object object at ${address(anonymous)}>`);
  });

  test('of generators', () => {
    const generator = (function* () {
      yield 1;
    })();
    expect(repr(generator)).toBe(`<generator object at ${address(generator)}>`);
    const asyncGenerator = (async function* () {
      yield 1;
    })();
    expect(repr(asyncGenerator)).toBe(`<async_generator object at ${address(asyncGenerator)}>`);
  });

  test('of native errors', () => {
    expect(repr(new TypeError('msg'))).toBe("TypeError('msg')");
    expect(repr(new Error())).toBe('Error()');
    expect(repr(runInNewContext('new RangeError("it\'s")'))).toBe('RangeError("it\'s")');
    expect(repr(new DOMException('gone', 'AbortError'))).toBe("AbortError('gone')");
    expect(repr([new ValueError('x', 1)])).toBe("[ValueError('x', 1)]");
  });

  test('of dates, patterns and symbols', () => {
    expect(repr(new Date('2024-01-02T03:04:05.006Z'))).toBe(
      'datetime.datetime(2024, 1, 2, 3, 4, 5, 6000, tzinfo=datetime.timezone.utc)',
    );
    expect(repr(new Date('2024-01-02T03:04Z'))).toBe(
      'datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)',
    );
    expect(repr(new Date('2024-01-02T00:00:00.005Z'))).toBe(
      'datetime.datetime(2024, 1, 2, 0, 0, 0, 5000, tzinfo=datetime.timezone.utc)',
    );
    expect(repr(new Date(NaN))).toMatch(/^<Date object at 0x/);
    expect([/a/, /a'/im, /a/s, /a/g].map(repr)).toEqual([
      "re.compile('a')",
      `re.compile("a'", re.IGNORECASE|re.MULTILINE)`,
      "re.compile('a', re.DOTALL)",
      "re.compile('a')",
    ]);
    expect(repr(Symbol('s'))).toBe('Symbol(s)');
  });

  test("an object's own __repr__ wins, also a class's and a literal's", () => {
    class Own {
      static __repr__(): string {
        return '<the class>';
      }
      __repr__(): string {
        return '<own>';
      }
    }
    expect(repr(new Own())).toBe('<own>');
    expect(repr(Own)).toBe('<the class>');
    expect(repr({ __repr__: () => '<literal>' })).toBe('<literal>');
    expect(repr([new Own()])).toBe('[<own>]');
  });
});

describe('str', () => {
  test('of strings is the string, of most values the repr', () => {
    const values = ['a', 1, null, true, Uint8Array.of(120), ['a'], new Set(['a'])];
    expect(values.map(str)).toEqual(['a', '1', 'None', 'True', "b'x'", "['a']", "{'a'}"]);
  });

  test('of exceptions is their message', () => {
    expect(str(new ValueError('q'))).toBe('q');
    expect(str(new TypeError('native'))).toBe('native');
    expect(str(runInNewContext('new Error("far")'))).toBe('far');
  });

  test('of dates is what Python prints', () => {
    expect(str(new Date('2024-01-02T03:04:05.006Z'))).toBe('2024-01-02 03:04:05.006000+00:00');
    expect(str(new Date('2024-01-02T03:04:00Z'))).toBe('2024-01-02 03:04:00+00:00');
  });

  test('asks __str__, then __repr__, then a toString of the class', () => {
    class Both {
      __str__(): string {
        return 'str';
      }
      __repr__(): string {
        return 'repr';
      }
    }
    class Only {
      __repr__(): string {
        return 'repr';
      }
      toString(): string {
        return 'toString';
      }
    }
    expect(str(new Both())).toBe('str');
    expect(str(new Only())).toBe('repr');
    expect(str(new URL('http://x/y'))).toBe('http://x/y');
    const thing = new Thing();
    expect(str(thing)).toBe(repr(thing));
    expect(str(/a/)).toBe("re.compile('a')");
  });
});

describe('address', () => {
  test('is stable, different for each object, and looks like one', () => {
    const one = {};
    const other = (): number => 1;
    expect(address(one)).toMatch(/^0x7f[0-9a-f]{10}$/);
    expect(address(one)).toBe(address(one));
    expect(address(other)).not.toBe(address(one));
  });
});

describe('recursiveRepr', () => {
  test('writes the filling where an object occurs in its own text', () => {
    const node = {
      next: null as unknown,
      __repr__(): string {
        return recursiveRepr(this, () => `<Node ${repr(this.next)}>`);
      },
    };
    node.next = [node, 1];
    expect(repr(node)).toBe('<Node [..., 1]>');
    expect(recursiveRepr(node, () => repr(node), '<loop>')).toBe('...');
  });

  test('forgets the object when making its text fails', () => {
    const target = {};
    const fail = (): string => {
      throw new ValueError('no');
    };
    expect(() => recursiveRepr(target, fail)).toThrow(ValueError);
    expect(recursiveRepr(target, () => 'fine')).toBe('fine');
  });
});

describe('installRepr', () => {
  class Shown {
    readonly secret: number = 1;
    __repr__(): string {
      return '<Shown>';
    }
  }
  installRepr(Shown);

  test("makes String and Node's inspect give the repr", () => {
    expect(String(new Shown())).toBe('<Shown>');
    expect(inspect(new Shown())).toBe('<Shown>');
    expect(inspect([new Shown()])).toBe('[ <Shown> ]');
  });

  test('lets String give __str__ where there is one', () => {
    class Worded {
      __repr__(): string {
        return '<Worded>';
      }
      __str__(): string {
        return 'words';
      }
    }
    installRepr(Worded);
    expect(`${String(new Worded())} ${inspect(new Worded())}`).toBe('words <Worded>');
  });

  test('adds nothing that is enumerable', () => {
    expect(Object.keys(Shown.prototype)).toEqual([]);
    const target: Record<string, unknown> = {};
    defineHidden(target, 'x', 1);
    target.x = 2;
    expect([Object.keys(target), target.x]).toEqual([[], 2]);
  });
});

describe('typeName', () => {
  test("is the name that Python's messages give", () => {
    const generator = (function* () {
      yield 1;
    })();
    const values = [
      1,
      1.5,
      1n,
      'x',
      true,
      null,
      undefined,
      [],
      {},
      new Set(),
      new Map(),
      new Uint8Array(),
      Buffer.from(''),
    ];
    expect(values.map(typeName)).toEqual(
      'int float int str bool NoneType NoneType list dict set dict bytes bytes'.split(' '),
    );
    expect([() => 1, Thing, new Thing(), generator, new ValueError(), Promise.resolve()].map(typeName)).toEqual(
      'function type Thing generator ValueError Promise'.split(' '),
    );
  });
});

describe('isPlainObject', () => {
  test('is true of literals of any realm and of objects without prototype', () => {
    expect([{}, { a: 1 }, Object.create(null), runInNewContext('({})')].map(isPlainObject)).toEqual(
      Array(4).fill(true),
    );
  });

  test('is false of everything else', () => {
    const values = [[], new Thing(), new Map(), null, undefined, 1, 'x', () => 1, Object.create({}), Promise.resolve()];
    expect(values.map(isPlainObject)).toEqual(Array(values.length).fill(false));
  });
});
