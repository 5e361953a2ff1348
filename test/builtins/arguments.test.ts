import { runInNewContext } from 'node:vm';
import { isKeywords, signature, type Signature } from '#asyncio/builtins/arguments';
import { TypeError as PythonTypeError } from '#asyncio/builtins/exceptions';

// The Python functions whose complaints were recorded, by name.
const functions = [
  'f0()',
  'f1(a)',
  'f2(a, b)',
  'f3(a, b, c)',
  'fd(a, b?)',
  'fdd(a?, b?)',
  'fk(a, *, x)',
  'fkr(a, *, x, y, z)',
  'fkr1(*, x)',
  'fva(a, b, *args, x)',
  'fp(a, b?, /, c?)',
  'fp2(a, b, /, c?)',
  'fkw(a, **kwargs)',
  'fpk(a, /, **kwargs)',
  'C.__init__(self, a?)',
  'C.m(self, a)',
  'C.n(self, a, *, k)',
  'g(name?, context?, eager_start?, timeout?, return_exceptions?, maxsize?, *, loop_factory, debug)',
  'Semaphore.__init__(self, value?)',
];

function spec(name: string): Signature {
  const text = functions.find((declared) => declared.startsWith(`${name}(`));
  return signature(text ?? `${name}()`);
}

function complaint(name: string, args: readonly unknown[]): string {
  try {
    spec(name).bind(args);
  } catch (error) {
    if (error instanceof PythonTypeError) return error.message;
    throw error;
  }
  return 'none';
}

describe('complaints', () => {
  // Function and arguments, and the message of CPython 3.14's TypeError.
  test.each<[string, unknown[], string]>([
    ['f0', [1], 'f0() takes 0 positional arguments but 1 was given'],
    ['f0', [1, 2], 'f0() takes 0 positional arguments but 2 were given'],
    ['f1', [1, 2], 'f1() takes 1 positional argument but 2 were given'],
    ['f2', [1, 2, 3], 'f2() takes 2 positional arguments but 3 were given'],
    ['fd', [1, 2, 3], 'fd() takes from 1 to 2 positional arguments but 3 were given'],
    ['fdd', [1, 2, 3], 'fdd() takes from 0 to 2 positional arguments but 3 were given'],
    ['fk', [1, 2], 'fk() takes 1 positional argument but 2 were given'],
    [
      'fk',
      [1, 2, { x: 1 }],
      'fk() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given',
    ],
    [
      'fkr',
      [1, 2, { x: 1, y: 2 }],
      'fkr() takes 1 positional argument but 2 positional arguments (and 2 keyword-only arguments) were given',
    ],
    [
      'fkr1',
      [1, { x: 1 }],
      'fkr1() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given',
    ],
    ['fkr1', [1], 'fkr1() takes 0 positional arguments but 1 was given'],
    ['fdd', [1, 2, 3, { x: 1 }], "fdd() got an unexpected keyword argument 'x'"],
    ['fd', [1, 2, 3, { b: 3 }], "fd() got multiple values for argument 'b'"],
    ['fp', [1, 2, 3, 4], 'fp() takes from 1 to 3 positional arguments but 4 were given'],

    ['f1', [], "f1() missing 1 required positional argument: 'a'"],
    ['f2', [], "f2() missing 2 required positional arguments: 'a' and 'b'"],
    ['f3', [], "f3() missing 3 required positional arguments: 'a', 'b', and 'c'"],
    ['f3', [1], "f3() missing 2 required positional arguments: 'b' and 'c'"],
    ['f3', [{ b: 1 }], "f3() missing 2 required positional arguments: 'a' and 'c'"],
    ['fd', [{ b: 1 }], "fd() missing 1 required positional argument: 'a'"],
    ['fkr', [], "fkr() missing 1 required positional argument: 'a'"],
    ['fva', [], "fva() missing 2 required positional arguments: 'a' and 'b'"],
    ['fva', [1], "fva() missing 1 required positional argument: 'b'"],
    ['fp2', [{ c: 1 }], "fp2() missing 2 required positional arguments: 'a' and 'b'"],
    ['fp2', [1, { c: 1 }], "fp2() missing 1 required positional argument: 'b'"],
    ['fpk', [{ a: 1 }], "fpk() missing 1 required positional argument: 'a'"],

    ['f0', [{ x: 1 }], "f0() got an unexpected keyword argument 'x'"],
    ['fk', [{ z: 1 }], "fk() got an unexpected keyword argument 'z'"],
    ['fk', [1, 2, { z: 1 }], "fk() got an unexpected keyword argument 'z'"],
    ['f1', [{ a: 1, b: 2 }], "f1() got an unexpected keyword argument 'b'"],
    ['f1', [1, { b: 1, c: 2 }], "f1() got an unexpected keyword argument 'b'"],

    ['f1', [1, { a: 1 }], "f1() got multiple values for argument 'a'"],
    ['fd', [1, 2, { b: 1, a: 2 }], "fd() got multiple values for argument 'b'"],
    ['fd', [1, { zz: 1, a: 2 }], "fd() got an unexpected keyword argument 'zz'"],
    ['fva', [1, 2, 3, { a: 1 }], "fva() got multiple values for argument 'a'"],
    ['fkw', [1, { a: 2 }], "fkw() got multiple values for argument 'a'"],

    ['fp', [{ a: 1 }], "fp() got some positional-only arguments passed as keyword arguments: 'a'"],
    ['fp', [1, { b: 1, zz: 2 }], "fp() got some positional-only arguments passed as keyword arguments: 'b'"],
    ['fp', [1, { zz: 2, b: 1 }], "fp() got some positional-only arguments passed as keyword arguments: 'b'"],
    ['fp2', [1, { b: 2, a: 1 }], "fp2() got some positional-only arguments passed as keyword arguments: 'a, b'"],

    ['C.__init__', [1, 2], 'C.__init__() takes from 1 to 2 positional arguments but 3 were given'],
    ['C.__init__', [{ x: 1 }], "C.__init__() got an unexpected keyword argument 'x'"],
    ['C.m', [], "C.m() missing 1 required positional argument: 'a'"],
    ['C.m', [1, 2], 'C.m() takes 2 positional arguments but 3 were given'],
    ['C.n', [1, 2], 'C.n() takes 2 positional arguments but 3 were given'],
    [
      'C.n',
      [1, 2, { k: 1 }],
      'C.n() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given',
    ],
  ])('%s(*%j)', (name, args, message) => {
    expect(complaint(name, args)).toBe(message);
  });

  // The misspelt keyword, and the name that CPython 3.14 suggests instead.
  test.each<[string, string | null]>([
    ['nam', 'name'],
    ['Name', 'name'],
    ['names', 'name'],
    ['nome', 'name'],
    ['na', null],
    ['nm', null],
    ['ctx', null],
    ['contxt', 'context'],
    ['contextvars', null],
    ['eager', null],
    ['eager_strat', 'eager_start'],
    ['eagerstart', 'eager_start'],
    ['time', null],
    ['timeut', 'timeout'],
    ['tiemout', 'timeout'],
    ['timeout_', 'timeout'],
    ['return_exception', 'return_exceptions'],
    ['returnexceptions', 'return_exceptions'],
    ['max', null],
    ['maxSize', 'maxsize'],
    ['size', null],
    ['debg', 'debug'],
    ['debugs', 'debug'],
    ['DEBUG', null],
    ['dbg', null],
    ['loop', null],
    ['loopfactory', 'loop_factory'],
    ['x', null],
    ['', null],
  ])('an unknown keyword %j suggests %j', (keyword, meant) => {
    const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
    expect(complaint('g', [{ [keyword]: 1 }])).toBe(`g() got an unexpected keyword argument '${keyword}'${hint}`);
  });

  test('suggest in methods too', () => {
    expect(complaint('Semaphore.__init__', [{ vlue: 1 }])).toBe(
      "Semaphore.__init__() got an unexpected keyword argument 'vlue'. Did you mean 'value'?",
    );
  });

  test('of one name among several, suggest the nearest', () => {
    const near = signature('h(tests?, text?)');
    expect(() => near.bind([{ test: 1 }])).toThrow("Did you mean 'tests'?");
  });
});

describe('bind', () => {
  const create = signature('create_task(coro, *, name, context, eager_start)');

  test('gives all values in order, undefined for those that were not given', () => {
    const [coro, name, context, eager] = create.bind([1, { name: 'n', eager_start: true }]);
    expect([coro, name, context, eager]).toEqual([1, 'n', undefined, true]);
    expect(create.bind([1])[1]).toBeUndefined();
    expect(create.bind([{ coro: 5, context: null }]).slice(0, 4)).toEqual([5, undefined, null, undefined]);
  });

  test('without keywords gives back the very array it got', () => {
    const args = [1];
    expect(create.bind(args)).toBe(args);
  });

  test('positional parameters can be given by keyword', () => {
    const wait = signature('wait_for(fut, timeout)');
    expect(wait.bind([1, { timeout: 2 }])).toEqual([1, 2]);
    expect(wait.bind([{ timeout: 2, fut: 1 }])).toEqual([1, 2]);
    expect(wait.bind([1, 2])).toEqual([1, 2]);
  });

  test('an empty object is no keywords, and undefined past the parameters is none either', () => {
    expect(create.bind([1, {}])).toEqual([1, undefined, undefined, undefined]);
    expect(create.bind([1, undefined])).toEqual([1, undefined, undefined, undefined]);
    expect(complaintOf(create, [1, null])).toBe('create_task() takes 1 positional argument but 2 were given');
  });

  test('a keyword that is undefined counts as not given', () => {
    expect(create.bind([1, { name: undefined }])[1]).toBeUndefined();
    const wait = signature('wait_for(fut, timeout)');
    expect(wait.bind([1, 2, { timeout: undefined }])).toEqual([1, 2]);
    expect(wait.bind([1, undefined, { timeout: 3 }])).toEqual([1, 3]);
    expect(complaintOf(create, [1, { nope: undefined }])).toBe(
      "create_task() got an unexpected keyword argument 'nope'",
    );
  });

  test('an undefined that fills a required parameter is a value', () => {
    expect(create.bind([undefined])).toEqual([undefined]);
    expect(create.bind([{ coro: undefined }])[0]).toBeUndefined();
  });

  test('collects further positional arguments', () => {
    const gather = signature('gather(*args, return_exceptions)');
    expect(gather.bind([1, 2, { return_exceptions: true }])).toEqual([[1, 2], true]);
    expect(gather.bind([])).toEqual([[], undefined]);
    expect(gather.bind([1, undefined])).toEqual([[1], undefined]);
    expect(spec('fva').bind([1, 2, 3, 4, { x: 5 }])).toEqual([1, 2, [3, 4], 5]);
  });

  test('collects further keywords', () => {
    expect(spec('fkw').bind([1, { b: 2, c: undefined }])).toEqual([1, { b: 2, c: undefined }]);
    expect(spec('fkw').bind([1])).toEqual([1, {}]);
    expect(spec('fpk').bind([1, { a: 2 }])).toEqual([1, { a: 2 }]);
  });

  test('a plain object is the value of a parameter that takes any, keywords only past it', () => {
    const sleep = signature('sleep(delay, result?!)');
    expect(sleep.bind([1, { result: 2 }])).toEqual([1, { result: 2 }]);
    expect(sleep.bind([{ delay: 1, result: 2 }])).toEqual([1, 2]);
    expect(complaintOf(sleep, [1, 2, { result: 3 }])).toBe("sleep() got multiple values for argument 'result'");
    const put = signature('put(item!, *, timeout)');
    expect(put.bind([{ timeout: 1 }])).toEqual([{ timeout: 1 }]);
    expect(put.bind([{ a: 1 }, { timeout: 1 }])).toEqual([{ a: 1 }, 1]);
  });

  test('where further arguments take any value there are no keywords', () => {
    const thread = signature('to_thread(func, /, *args!)');
    expect(thread.bind([1, 2, { a: 1 }])).toEqual([1, [2, { a: 1 }]]);
    expect(thread.bind([1, undefined])).toEqual([1, [undefined]]);
  });

  test('an object that is not plain is never keywords', () => {
    class Options {
      readonly name: string = 'x';
    }
    const options = new Options();
    expect(spec('fdd').bind([1, options])).toEqual([1, options]);
    const thenable = { then: () => undefined };
    expect(spec('fdd').bind([thenable])).toEqual([thenable]);
  });
});

function complaintOf(bound: Signature, args: readonly unknown[]): string {
  try {
    bound.bind(args);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

describe('isKeywords', () => {
  test('is true of object literals of any realm and of objects without prototype', () => {
    const nothing: unknown = Object.create(null);
    expect([{}, { a: 1 }, nothing, runInNewContext('({ a: 1 })')].map(isKeywords)).toEqual([true, true, true, true]);
  });

  test('is false of what is an awaitable, a manager or an iterable, even if written as a literal', () => {
    const values: unknown[] = [
      { then: () => undefined },
      { __await__: () => undefined },
      { __aenter__: () => undefined, __aexit__: () => undefined },
      { [Symbol.iterator]: () => undefined },
      { [Symbol.asyncIterator]: () => undefined },
    ];
    expect(values.map(isKeywords)).toEqual(Array(values.length).fill(false));
  });

  test('is false of everything else', () => {
    const values: unknown[] = [null, undefined, 1, 'x', [], new Map(), new Date(), () => 1, Promise.resolve()];
    expect(values.map(isKeywords)).toEqual(Array(values.length).fill(false));
  });
});
