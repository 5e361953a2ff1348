import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import * as builtins from '#asyncio/builtins/exceptions';
import {
  BaseException,
  Exception,
  GeneratorExit,
  KeyError,
  KeyboardInterrupt,
  LookupError,
  OSError,
  RecursionError,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  SystemExit,
  ThrownValue,
  TypeError as PythonTypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  ValueError,
  chainContext,
  instantiate,
  isExceptionClass,
  setStackCapture,
  toException,
} from '#asyncio/builtins/exceptions';
import { NameError } from '#asyncio/builtins/further_exceptions';
import { repr } from '#asyncio/builtins/repr';

type AnyClass = new (...args: unknown[]) => BaseException;

/** The names of the classes from `exceptionClass` up to the root, as Python's `__mro__` lists them. */
function lineage(exceptionClass: AnyClass): string {
  const names: string[] = [];
  for (let owner: unknown = exceptionClass; typeof owner === 'function'; owner = Object.getPrototypeOf(owner)) {
    names.push(owner.name);
    if (owner === BaseException) break;
  }
  return names.join(' ');
}

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the tree', () => {
  // What `[c.__name__ for c in cls.__mro__]` gives in CPython, without `object`.
  const expected = [
    'GeneratorExit BaseException',
    'KeyboardInterrupt BaseException',
    'SystemExit BaseException',
    'ArithmeticError Exception BaseException',
    'OverflowError ArithmeticError Exception BaseException',
    'ZeroDivisionError ArithmeticError Exception BaseException',
    'AssertionError Exception BaseException',
    'AttributeError Exception BaseException',
    'BufferError Exception BaseException',
    'EOFError Exception BaseException',
    'LookupError Exception BaseException',
    'IndexError LookupError Exception BaseException',
    'KeyError LookupError Exception BaseException',
    'NameError Exception BaseException',
    'RuntimeError Exception BaseException',
    'NotImplementedError RuntimeError Exception BaseException',
    'RecursionError RuntimeError Exception BaseException',
    'StopIteration Exception BaseException',
    'StopAsyncIteration Exception BaseException',
    'TypeError Exception BaseException',
    'ValueError Exception BaseException',
    'UnicodeError ValueError Exception BaseException',
    'OSError Exception BaseException',
    'BlockingIOError OSError Exception BaseException',
    'BrokenPipeError ConnectionError OSError Exception BaseException',
    'ChildProcessError OSError Exception BaseException',
    'ConnectionError OSError Exception BaseException',
    'ConnectionAbortedError ConnectionError OSError Exception BaseException',
    'ConnectionRefusedError ConnectionError OSError Exception BaseException',
    'ConnectionResetError ConnectionError OSError Exception BaseException',
    'FileExistsError OSError Exception BaseException',
    'FileNotFoundError OSError Exception BaseException',
    'InterruptedError OSError Exception BaseException',
    'PermissionError OSError Exception BaseException',
    'ProcessLookupError OSError Exception BaseException',
    'TimeoutError OSError Exception BaseException',
    'IsADirectoryError OSError Exception BaseException',
    'NotADirectoryError OSError Exception BaseException',
    'Warning Exception BaseException',
    'UserWarning Warning Exception BaseException',
    'FutureWarning Warning Exception BaseException',
    'PendingDeprecationWarning Warning Exception BaseException',
    'DeprecationWarning Warning Exception BaseException',
    'RuntimeWarning Warning Exception BaseException',
    'ResourceWarning Warning Exception BaseException',
  ];

  test.each(expected)('%s', (line) => {
    const exceptionClass = (builtins as unknown as Record<string, AnyClass>)[line.split(' ')[0] ?? ''] as AnyClass;
    expect(lineage(exceptionClass)).toBe(line);
    const error = new exceptionClass('x');
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(BaseException);
    expect(error instanceof Exception).toBe(line.includes(' Exception '));
    expect(error.name).toBe(line.split(' ')[0]);
    expect(repr(error)).toBe(`${error.name}('x')`);
  });

  test('the Unicode errors with five arguments are UnicodeErrors', () => {
    expect(lineage(UnicodeDecodeError as never)).toBe(
      'UnicodeDecodeError UnicodeError ValueError Exception BaseException',
    );
    expect(lineage(UnicodeEncodeError as never)).toBe(
      'UnicodeEncodeError UnicodeError ValueError Exception BaseException',
    );
  });
});

describe('arguments and texts', () => {
  test.each<[BaseException, string, string]>([
    [new ValueError(), '', 'ValueError()'],
    [new ValueError('x'), 'x', "ValueError('x')"],
    [new ValueError("it's"), "it's", 'ValueError("it\'s")'],
    [new ValueError('a', 1), "('a', 1)", "ValueError('a', 1)"],
    [new ValueError(null), 'None', 'ValueError(None)'],
    [new ValueError(undefined), 'None', 'ValueError(None)'],
    [new ValueError(['a']), "['a']", "ValueError(['a'])"],
    [new KeyError(), '', 'KeyError()'],
    [new KeyError('a'), "'a'", "KeyError('a')"],
    [new KeyError(1), '1', 'KeyError(1)'],
    [new KeyError('a', 'b'), "('a', 'b')", "KeyError('a', 'b')"],
    [new StopIteration(1, 2), '(1, 2)', 'StopIteration(1, 2)'],
    [new SystemExit(1), '1', 'SystemExit(1)'],
    [new RuntimeError({ a: 1 }), "{'a': 1}", "RuntimeError({'a': 1})"],
  ])('%#: str is %j, repr %j', (error, text, literal) => {
    expect(error.message).toBe(text);
    expect(String(error)).toBe(text);
    expect(repr(error)).toBe(literal);
    expect(error.__repr__()).toBe(literal);
  });

  test('args are what was given, and can be replaced', () => {
    const error = new ValueError('a', 1);
    expect(error.args).toEqual(['a', 1]);
    error.args = ['b'];
    expect(error.message).toBe('b');
    error.args = new Set([1, 2]);
    expect(repr(error)).toBe('ValueError(1, 2)');
  });

  test('StopIteration.value is the first argument', () => {
    expect(new StopIteration(1, 2).value).toBe(1);
    expect(new StopIteration().value).toBeNull();
  });

  test('SystemExit.code is the argument, or all of several', () => {
    expect(new SystemExit().code).toBeNull();
    expect(new SystemExit(3).code).toBe(3);
    expect(new SystemExit(1, 2).code).toEqual([1, 2]);
  });

  test('the message of a subclass with __str__ follows it', () => {
    class Coded extends ValueError {
      constructor(readonly code: number) {
        super('ignored');
      }
      override __str__(): string {
        return `code ${String(this.code)}`;
      }
    }
    const error = new Coded(5);
    expect(error.message).toBe('code 5');
    expect(String(error)).toBe('code 5');
    expect(error.stack.split('\n')[0]).toBe('Coded: code 5');
    expect(repr(error)).toBe("Coded('ignored')");
  });

  test('name and message can be assigned, as is usual in JavaScript', () => {
    const error = new ValueError('x');
    error.name = 'Other';
    error.message = 'y';
    expect([error.name, error.message, String(error)]).toEqual(['Other', 'y', 'y']);
  });

  test('nothing of the exception is enumerable', () => {
    expect(Object.keys(new ValueError('x', 1))).toEqual([]);
    expect(Object.keys(new StopAsyncIteration('x', 1))).toEqual([]);
  });
});

describe('UnicodeDecodeError and UnicodeEncodeError', () => {
  const bytes = new Uint8Array([0xff, 0x61, 0x62]);

  test.each([
    [
      new UnicodeDecodeError('utf-8', bytes, 0, 1, 'invalid start byte'),
      "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ],
    [new UnicodeDecodeError('utf-8', bytes, 0, 2, 'bad'), "'utf-8' codec can't decode bytes in position 0-1: bad"],
    [new UnicodeDecodeError('utf-8', bytes, 5, 6, 'r'), "'utf-8' codec can't decode bytes in position 5-5: r"],
    [
      new UnicodeEncodeError('ascii', 'aé', 1, 2, 'ordinal not in range(128)'),
      "'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)",
    ],
    [
      new UnicodeEncodeError('ascii', 'a€', 1, 2, 'ordinal'),
      "'ascii' codec can't encode character '\\u20ac' in position 1: ordinal",
    ],
    [
      new UnicodeEncodeError('ascii', 'a😀x', 1, 2, 'ordinal'),
      "'ascii' codec can't encode character '\\U0001f600' in position 1: ordinal",
    ],
    [
      new UnicodeEncodeError('ascii', 'abc', 1, 3, 'ordinal'),
      "'ascii' codec can't encode characters in position 1-2: ordinal",
    ],
    [new UnicodeEncodeError('a', 'b', 0, 0, 'r'), "'a' codec can't encode characters in position 0--1: r"],
  ])('%#: %s', (error, text) => {
    expect(error.message).toBe(text);
  });

  test('the fields and the repr are the arguments', () => {
    const error = new UnicodeDecodeError('utf-8', bytes, 0, 1, 'bad');
    expect([error.encoding, error.object, error.start, error.end, error.reason]).toEqual(['utf-8', bytes, 0, 1, 'bad']);
    expect(repr(error)).toBe("UnicodeDecodeError('utf-8', b'\\xffab', 0, 1, 'bad')");
  });

  test.each([
    [UnicodeDecodeError, ['utf-8'], 'function takes exactly 5 arguments (1 given)'],
    [UnicodeEncodeError, ['utf-8', 'x', 0, 1, 'r', 5], 'function takes exactly 5 arguments (6 given)'],
    [UnicodeDecodeError, [1, bytes, 0, 1, 'r'], 'argument 1 must be str, not int'],
    [UnicodeDecodeError, ['utf-8', 'x', 0, 1, 'r'], "a bytes-like object is required, not 'str'"],
    [UnicodeEncodeError, ['utf-8', bytes, 0, 1, 'r'], 'argument 2 must be str, not bytes'],
    [UnicodeDecodeError, ['utf-8', bytes, 'a', 1, 'r'], "'str' object cannot be interpreted as an integer"],
    [UnicodeEncodeError, ['utf-8', 'x', 0, 1, 2], 'argument 5 must be str, not int'],
  ])('%#: wrong arguments are a TypeError: %s %j', (exceptionClass, args, message) => {
    const error = caught(() => Reflect.construct(exceptionClass, args) as unknown);
    expect(error).toBeInstanceOf(PythonTypeError);
    expect((error as Error).message).toBe(message);
  });
});

describe('cause, context and notes', () => {
  test('without any they are null, and notes undefined', () => {
    const error = new ValueError('x');
    expect(error.__cause__).toBeNull();
    expect(error.__context__).toBeNull();
    expect(error.__suppress_context__).toBe(false);
    expect(error.__notes__).toBeUndefined();
    expect('cause' in error).toBe(false);
  });

  test('setting __cause__ sets cause and suppresses the context, also when it is null', () => {
    const error = new ValueError('x');
    const cause = new KeyError('k');
    error.__cause__ = cause;
    expect(error.cause).toBe(cause);
    expect(error.__cause__).toBe(cause);
    expect(error.__suppress_context__).toBe(true);
    error.__suppress_context__ = false;
    error.__cause__ = null;
    expect('cause' in error).toBe(false);
    expect(error.__suppress_context__).toBe(true);
  });

  test('an object of a cause alone after the first argument is the cause', () => {
    const cause = new Error('why');
    const error = new RuntimeError('x', { cause });
    expect(error.args).toEqual(['x']);
    expect(error.cause).toBe(cause);
    expect(error.__cause__).toBe(cause);
    expect(error.__suppress_context__).toBe(true);
  });

  test('other objects are arguments', () => {
    expect(new RuntimeError({ cause: new Error() }).args).toHaveLength(1);
    expect(new RuntimeError('x', { cause: 'text' }).args).toEqual(['x', { cause: 'text' }]);
    expect(new RuntimeError('x', { cause: null, more: 1 }).args).toHaveLength(2);
  });

  test('what is no exception is refused', () => {
    const error = new ValueError();
    expect(caught(() => (error.__cause__ = 1))).toMatchObject({
      name: 'TypeError',
      message: 'exception cause must be None or derive from BaseException',
    });
    expect(caught(() => (error.__context__ = 'x'))).toMatchObject({
      name: 'TypeError',
      message: 'exception context must be None or derive from BaseException',
    });
    expect(caught(() => (error.__suppress_context__ = 1 as never))).toMatchObject({
      name: 'TypeError',
      message: 'attribute value type must be bool',
    });
  });

  test('native errors are accepted as cause and context', () => {
    const error = new ValueError();
    const native = runInNewContext('new Error("far")') as Error;
    error.__cause__ = native;
    error.__context__ = native;
    expect(error.__context__).toBe(native);
  });

  test('notes are added in order', () => {
    const error = new ValueError('x');
    error.add_note('a');
    error.add_note('b');
    expect(error.__notes__).toEqual(['a', 'b']);
  });

  test('a note must be a string, and __notes__ a list', () => {
    const error = new ValueError('x');
    expect(caught(() => error.add_note(5 as never))).toMatchObject({
      message: 'add_note() argument must be str, not int',
    });
    expect(caught(() => error.add_note(null as never))).toMatchObject({
      message: 'add_note() argument must be str, not None',
    });
    error.__notes__ = 3 as never;
    expect(caught(() => error.add_note('ok'))).toMatchObject({ message: 'Cannot add note: __notes__ is not a list' });
  });

  test('with_traceback keeps what it is given and returns the exception', () => {
    const error = new ValueError('x');
    expect(error.__traceback__).toBeNull();
    expect(error.with_traceback('trace')).toBe(error);
    expect(error.__traceback__).toBe('trace');
  });

  test('chainContext sets a context once and makes no circle', () => {
    const first = new ValueError(1);
    const second = new Error('native');
    const third = new KeyError(3);
    chainContext(second, first);
    chainContext(third, second);
    chainContext(first, third);
    expect((second as { __context__?: unknown }).__context__).toBe(first);
    expect(third.__context__).toBe(second);
    expect(first.__context__).toBeNull();
    first.__context__ = third;
    const outside = new ValueError('outside');
    chainContext(outside, second);
    expect(outside.__context__).toBe(second);
    chainContext(third, new ValueError('later'));
    expect(third.__context__).toBe(second);
  });
});

describe('instanceof', () => {
  const foreign = runInNewContext(`({
    error: new Error('e'), type: new TypeError('t'), range: new RangeError('r'), reference: new ReferenceError('n'),
    syntax: new SyntaxError('s'), mine: new (class Mine extends TypeError {})('m'),
    overflow: (() => { try { (function deep() { deep(); })(); } catch (error) { return error; } })(),
  })`) as Record<string, Error>;

  test('every native error of any realm is an Exception', () => {
    const here = [new Error(), new TypeError(), new RangeError(), new AggregateError([]), new DOMException('x')];
    for (const error of [...here, ...Object.values(foreign)]) {
      expect(error instanceof Exception).toBe(true);
      expect(error instanceof BaseException).toBe(true);
      expect(error instanceof ValueError).toBe(false);
      expect(error instanceof KeyboardInterrupt).toBe(false);
      expect(error instanceof OSError).toBe(false);
    }
  });

  test('an error of the host, such as one of a file system call, is an Exception', () => {
    const error = caught(() => readFileSync('/does/not/exist'));
    expect(error instanceof Exception).toBe(true);
  });

  test('what is no error is no exception', () => {
    for (const value of [undefined, null, 1, 'x', {}, [], () => 0, { message: 'x', name: 'Error' }, Symbol('s')]) {
      expect((value as object) instanceof Exception).toBe(false);
      expect((value as object) instanceof BaseException).toBe(false);
    }
  });

  test('classes that correspond include native errors of any realm', () => {
    const table: readonly (readonly [Error, readonly AnyClass[]])[] = [
      [new TypeError(), [PythonTypeError]],
      [foreign.type as Error, [PythonTypeError]],
      [foreign.mine as Error, [PythonTypeError]],
      [new ReferenceError(), [NameError]],
      [foreign.reference as Error, [NameError]],
      [foreign.overflow as Error, [RecursionError, RuntimeError]],
      [new RangeError('Invalid array length'), []],
      [foreign.syntax as Error, []],
    ];
    const candidates = [PythonTypeError, NameError, RecursionError, RuntimeError, ValueError, OSError, LookupError];
    for (const [error, classes] of table) {
      expect(candidates.filter((candidate) => error instanceof candidate)).toEqual(classes);
    }
  });

  test('a stack overflow is a RecursionError', () => {
    const deep = (): number => deep() + 1;
    expect(caught(deep)).toBeInstanceOf(RecursionError);
  });

  test('the exceptions that end a task or a program are no Exceptions', () => {
    for (const exceptionClass of [GeneratorExit, KeyboardInterrupt, SystemExit, BaseException]) {
      expect(new exceptionClass() instanceof Exception).toBe(false);
      expect(new exceptionClass() instanceof BaseException).toBe(true);
    }
  });

  test('a class of the user has only its own instances', () => {
    class MyError extends ValueError {}
    class MyTypeError extends PythonTypeError {}
    class MyException extends Exception {}
    expect(new ValueError() instanceof MyError).toBe(false);
    expect(new TypeError() instanceof MyTypeError).toBe(false);
    expect(new Error() instanceof MyException).toBe(false);
    expect(new MyError() instanceof MyError).toBe(true);
    expect(new MyError() instanceof ValueError).toBe(true);
    expect(new MyError() instanceof Exception).toBe(true);
    expect(new MyError() instanceof Error).toBe(true);
  });

  test('exceptions of another copy of the library count as ours', () => {
    let other!: typeof builtins;
    jest.isolateModules(() => {
      other = require('#asyncio/builtins/exceptions') as typeof builtins;
    });
    expect(other.ValueError).not.toBe(ValueError);
    const far = new other.UnicodeError('x');
    expect(far instanceof ValueError).toBe(true);
    expect(far instanceof Exception).toBe(true);
    expect(far instanceof KeyError).toBe(false);
    expect(new other.KeyboardInterrupt() instanceof Exception).toBe(false);
    expect(new other.KeyboardInterrupt() instanceof BaseException).toBe(true);
    expect(new other.StopAsyncIteration() instanceof StopAsyncIteration).toBe(true);
    expect(repr(far)).toBe("UnicodeError('x')");
  });
});

describe('subclasses', () => {
  test('take the name of their class', () => {
    class MyError extends ValueError {
      readonly extra: number = 7;
    }
    const error = new MyError('x');
    expect([error.name, error.extra, repr(error)]).toEqual(['MyError', 7, "MyError('x')"]);
    expect(error.stack.split('\n')[0]).toBe('MyError: x');
  });

  test('may choose to go without a stack', () => {
    class Quick extends ValueError {
      static override readonly stackless = true;
      readonly extra: number = 7;
    }
    const error = new Quick('x');
    expect(Object.hasOwn(error, 'stack')).toBe(false);
    expect(error.stack).toBe('Quick: x');
    expect(error).toBeInstanceOf(Quick);
    expect(error).toBeInstanceOf(Error);
    expect([error.extra, error.args]).toEqual([7, ['x']]);
  });
});

describe('stacks', () => {
  function makeHere(exceptionClass: AnyClass): BaseException {
    return new exceptionClass('text');
  }

  test('begin with name and message, then the place where the exception was made', () => {
    for (const exceptionClass of [ValueError, RuntimeError, OSError, KeyboardInterrupt] as AnyClass[]) {
      const [head, first] = makeHere(exceptionClass).stack.split('\n');
      expect(head).toBe(`${exceptionClass.name}: text`);
      expect(first).toContain('makeHere');
    }
  });

  test('without arguments the head is the name', () => {
    expect(new ValueError().stack.split('\n')[0]).toMatch(/^ValueError:? ?$/);
    expect(new StopAsyncIteration().stack).toBe('StopAsyncIteration');
  });

  test('are not recorded for control flow', () => {
    for (const exceptionClass of [StopIteration, StopAsyncIteration, GeneratorExit] as AnyClass[]) {
      const error = makeHere(exceptionClass);
      expect(error.stack).toBe(`${exceptionClass.name}: text`);
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(exceptionClass);
    }
  });

  test('are recorded for control flow too while capturing is on', () => {
    setStackCapture(true);
    try {
      expect(makeHere(StopAsyncIteration).stack).toContain('makeHere');
    } finally {
      setStackCapture(false);
    }
    expect(makeHere(StopAsyncIteration).stack).not.toContain('makeHere');
  });

  test('can be assigned', () => {
    const error = new StopAsyncIteration('x');
    error.stack = 'mine';
    expect(error.stack).toBe('mine');
  });

  test('get their head where the engine keeps them in an accessor and writes none', () => {
    Object.defineProperty(Error.prototype, 'stack', { get: () => 'made@file.js:1:2\n', configurable: true });
    let other!: typeof builtins;
    try {
      jest.isolateModules(() => {
        other = require('#asyncio/builtins/exceptions') as typeof builtins;
      });
    } finally {
      delete (Error.prototype as { stack?: unknown }).stack;
    }
    const error = new other.ValueError('x');
    delete (error as { stack?: unknown }).stack;
    expect(error.stack).toBe('ValueError: x\nmade@file.js:1:2\n');
  });

  test('get their head anew where the engine writes it before the constructor has set the message', () => {
    const Native = Error;
    // What the engine has recorded is read by an accessor that all errors share.
    function stack(this: Error): string | undefined {
      return this instanceof Native ? `${this.constructor.name}\n    at made (file.js:1:2)` : undefined;
    }
    class EarlyError extends Native {
      constructor(message?: string) {
        super(message);
        Object.defineProperty(this, 'stack', { get: stack, configurable: true });
      }
    }
    Object.defineProperty(EarlyError, 'name', { value: 'Error' });
    let other!: typeof builtins;
    globalThis.Error = EarlyError as ErrorConstructor;
    try {
      jest.isolateModules(() => {
        other = require('#asyncio/builtins/exceptions') as typeof builtins;
      });
      expect(new other.ValueError('x').stack).toBe('ValueError: x\n    at made (file.js:1:2)');
      expect(new other.ValueError().stack).toBe('ValueError\n    at made (file.js:1:2)');
      const error = new other.RuntimeError('first');
      error.args = ['second'];
      expect(error.stack).toBe('RuntimeError: second\n    at made (file.js:1:2)');
    } finally {
      globalThis.Error = Native;
    }
  });

  test("are what Node's inspect shows, with the cause", () => {
    const error = new RuntimeError('x', { cause: new ValueError('y') });
    const text = inspect(error);
    expect(text.split('\n').slice(0, 2)).toEqual(error.stack.split('\n').slice(0, 2));
    expect(text).toContain('[cause]: ValueError: y\n');
    expect(inspect(new StopAsyncIteration('x'))).toBe('[StopAsyncIteration: x]');
    expect(inspect({ error: new StopAsyncIteration() })).toBe('{ error: [StopAsyncIteration] }');
    expect(inspect(new StopIteration(1))).toContain('value: 1');
  });
});

describe('what is thrown', () => {
  test('a class stands for an instance without arguments', () => {
    expect(repr(instantiate(ValueError))).toBe('ValueError()');
    expect(instantiate(RangeError)).toBeInstanceOf(RangeError);
    const foreign = runInNewContext('URIError') as unknown;
    expect(repr(instantiate(foreign))).toBe('URIError()');
  });

  test('anything but an exception class stays what it is', () => {
    const error = new ValueError('x');
    const callable = (): number => 1;
    for (const value of [error, 5, 'x', null, Map, callable]) expect(instantiate(value)).toBe(value);
    expect([ValueError, Error, DOMException].map(isExceptionClass)).toEqual([true, true, true]);
    expect([Map, callable, error, null, function old() {}].map(isExceptionClass)).toEqual(Array(5).fill(false));
  });

  test('an error stays what it is, any other value is wrapped', () => {
    const native = runInNewContext('new TypeError("x")') as Error;
    expect(toException(native)).toBe(native);
    const exit = new SystemExit(1);
    expect(toException(exit)).toBe(exit);
    const wrapped = toException('text');
    expect(wrapped).toBeInstanceOf(ThrownValue);
    expect(wrapped).toBeInstanceOf(Exception);
    expect(wrapped).toMatchObject({ value: 'text', message: 'text' });
    expect(repr(wrapped)).toBe("ThrownValue('text')");
    expect(repr(toException(undefined))).toBe('ThrownValue(None)');
  });
});

test('a TypeError of the library is one of the language as well', () => {
  const error = new builtins.TypeError('ours', 1);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toBeInstanceOf(builtins.TypeError);
  expect(error).toBeInstanceOf(builtins.Exception);
  expect(error).toBeInstanceOf(builtins.BaseException);
  expect(error).not.toBeInstanceOf(builtins.ValueError);
  expect([error.args, error.message, repr(error)]).toEqual([['ours', 1], "('ours', 1)", "TypeError('ours', 1)"]);
  class Own extends builtins.TypeError {}
  expect(new Own()).toBeInstanceOf(TypeError);
  expect(new Own()).toBeInstanceOf(builtins.Exception);
  expect(new TypeError('native')).not.toBeInstanceOf(Own);
});
