import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import {
  BaseException,
  Exception,
  KeyError,
  KeyboardInterrupt,
  LookupError,
  RuntimeError,
  TypeError as PythonTypeError,
} from '#asyncio/builtins/exceptions';
import { ArithmeticError, AttributeError } from '#asyncio/builtins/further_exceptions';
import { OSError } from '#asyncio/builtins/oserrors';
import { ValueError } from '#asyncio/builtins/value_errors';
import { BaseExceptionGroup, ExceptionGroup } from '#asyncio/builtins/groups';
import { repr, str } from '#asyncio/builtins/repr';

const construct = (target: new (...args: never[]) => unknown, ...args: unknown[]): unknown =>
  Reflect.construct(target, args);

describe('making a group', () => {
  test('gives its message, its exceptions, its args and its texts', () => {
    const exceptions = [new ValueError(1), new KeyError('a')];
    const group = new ExceptionGroup('eg', exceptions);
    expect(group.message).toBe('eg');
    expect(group.exceptions).toEqual(exceptions);
    expect(group.args).toEqual(['eg', exceptions]);
    expect(repr(group)).toBe("ExceptionGroup('eg', [ValueError(1), KeyError('a')])");
    expect(str(group)).toBe('eg (2 sub-exceptions)');
    expect(String(group)).toBe('eg (2 sub-exceptions)');
    expect(str(new ExceptionGroup('', [new ValueError()]))).toBe(' (1 sub-exception)');
    expect(group.stack.split('\n')[0]).toBe('ExceptionGroup: eg');
  });

  test('of Exceptions only makes an ExceptionGroup of a BaseExceptionGroup', () => {
    const group = new BaseExceptionGroup('eg', [new ValueError(1), new TypeError('native')]);
    expect(group).toBeInstanceOf(ExceptionGroup);
    expect(repr(group)).toBe("ExceptionGroup('eg', [ValueError(1), TypeError('native')])");
  });

  test('of anything else leaves it a BaseExceptionGroup', () => {
    const group = new BaseExceptionGroup('eg', [new ValueError(1), new KeyboardInterrupt()]);
    expect(group instanceof ExceptionGroup).toBe(false);
    expect(repr(group)).toBe("BaseExceptionGroup('eg', [ValueError(1), KeyboardInterrupt()])");
  });

  test('an ExceptionGroup is an Exception, a BaseExceptionGroup is not', () => {
    class Mine extends ExceptionGroup {}
    expect(new ExceptionGroup('eg', [new ValueError()]) instanceof Exception).toBe(true);
    expect(new Mine('eg', [new ValueError()]) instanceof Exception).toBe(true);
    const base = new BaseExceptionGroup('eg', [new KeyboardInterrupt()]);
    expect(base instanceof Exception).toBe(false);
    expect(base instanceof BaseException).toBe(true);
    expect(base).toBeInstanceOf(Error);
  });

  // The messages of CPython 3.14.
  test.each<[unknown, unknown[], new (...args: unknown[]) => Error, string]>([
    [
      ExceptionGroup,
      ['eg', [new KeyboardInterrupt()]],
      PythonTypeError,
      'Cannot nest BaseExceptions in an ExceptionGroup',
    ],
    [ExceptionGroup, ['eg', []], ValueError, 'second argument (exceptions) must be a non-empty sequence'],
    [ExceptionGroup, ['eg', 5], PythonTypeError, 'second argument (exceptions) must be a sequence'],
    [ExceptionGroup, ['eg', null], PythonTypeError, 'second argument (exceptions) must be a sequence'],
    [ExceptionGroup, ['eg', new Set([1])], PythonTypeError, 'second argument (exceptions) must be a sequence'],
    [ExceptionGroup, ['eg'], PythonTypeError, 'BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)'],
    [ExceptionGroup, [], PythonTypeError, 'BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)'],
    [
      BaseExceptionGroup,
      ['eg', [new ValueError()], 3],
      PythonTypeError,
      'BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)',
    ],
    [
      ExceptionGroup,
      [5, [new ValueError()]],
      PythonTypeError,
      'BaseExceptionGroup.__new__() argument 1 must be str, not int',
    ],
    [
      ExceptionGroup,
      [null, [new ValueError()]],
      PythonTypeError,
      'BaseExceptionGroup.__new__() argument 1 must be str, not None',
    ],
    [
      ExceptionGroup,
      ['eg', [new ValueError(), 5]],
      ValueError,
      'Item 1 of second argument (exceptions) is not an exception',
    ],
    [ExceptionGroup, ['eg', [ValueError]], ValueError, 'Item 0 of second argument (exceptions) is not an exception'],
    [
      ExceptionGroup,
      ['eg', [new BaseExceptionGroup('x', [new KeyboardInterrupt()])]],
      PythonTypeError,
      'Cannot nest BaseExceptions in an ExceptionGroup',
    ],
  ])('%#: wrong arguments are refused', (target, args, exceptionClass, message) => {
    const make = (): unknown => construct(target as typeof ExceptionGroup, ...args);
    expect(make).toThrow(exceptionClass);
    expect(make).toThrow(message);
  });

  test('a subclass of ExceptionGroup is named in the refusal', () => {
    class Mine extends ExceptionGroup {}
    expect(() => new Mine('eg', [new KeyboardInterrupt()])).toThrow("Cannot nest BaseExceptions in 'Mine'");
  });

  test('a subclass of BaseExceptionGroup stays what it is', () => {
    class Mine extends BaseExceptionGroup {}
    expect(repr(new Mine('eg', [new ValueError()]))).toBe("Mine('eg', [ValueError()])");
    expect(new Mine('eg', [new ValueError()]) instanceof Exception).toBe(false);
    expect(repr(new Mine('eg', [new KeyboardInterrupt()]))).toBe("Mine('eg', [KeyboardInterrupt()])");
  });

  test('copies the exceptions, while args keep the array itself', () => {
    const list: Error[] = [new ValueError(1)];
    const group = new ExceptionGroup('eg', list);
    list.push(new ValueError(2));
    expect(repr(group.exceptions)).toBe('(ValueError(1),)');
    expect(repr(group)).toBe("ExceptionGroup('eg', [ValueError(1), ValueError(2)])");
  });

  test('message and exceptions are read-only', () => {
    const group = new ExceptionGroup('eg', [new ValueError(1)]);
    expect(() => {
      group.message = 'x';
    }).toThrow(AttributeError);
    expect(() => {
      (group as { exceptions: unknown }).exceptions = [];
    }).toThrow(PythonTypeError);
  });

  test('takes a cause as native errors do', () => {
    const cause = new Error('why');
    const group = new ExceptionGroup('eg', [new ValueError(1)], { cause });
    expect(group.cause).toBe(cause);
    expect(group.args).toHaveLength(2);
  });

  test("Node's inspect shows what it holds", () => {
    const text = inspect(new ExceptionGroup('eg', [new ValueError('inner')]));
    expect(text).toMatch(/^ExceptionGroup: eg\n/);
    expect(text).toMatch(/exceptions: \[\n\s+ValueError: inner\n/);
  });
});

describe('split and subgroup', () => {
  const inner = new ExceptionGroup('in', [new KeyError(2), new PythonTypeError(3)]);
  const group = new ExceptionGroup('eg', [new ValueError(1), inner, new OSError(4)]);
  const all = "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [KeyError(2), TypeError(3)]), OSError(4)])";

  // What CPython 3.14 gave: the condition, the part that meets it, the rest.
  test.each<[string, unknown, string, string]>([
    [
      'a class',
      ValueError,
      "ExceptionGroup('eg', [ValueError(1)])",
      "ExceptionGroup('eg', [ExceptionGroup('in', [KeyError(2), TypeError(3)]), OSError(4)])",
    ],
    [
      'a base class',
      LookupError,
      "ExceptionGroup('eg', [ExceptionGroup('in', [KeyError(2)])])",
      "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError(3)]), OSError(4)])",
    ],
    [
      'several classes',
      [ValueError, KeyError],
      "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [KeyError(2)])])",
      "ExceptionGroup('eg', [ExceptionGroup('in', [TypeError(3)]), OSError(4)])",
    ],
    ['a class that all are of', Exception, all, 'None'],
    ['the class of groups', ExceptionGroup, all, 'None'],
    ['a class that none is of', ArithmeticError, 'None', all],
    ['no class', [], 'None', all],
    [
      'a predicate on exceptions',
      (error: Error) => error instanceof KeyError,
      "ExceptionGroup('eg', [ExceptionGroup('in', [KeyError(2)])])",
      "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError(3)]), OSError(4)])",
    ],
    [
      'a predicate on groups',
      (error: Error) => error instanceof ExceptionGroup && error.message === 'in',
      "ExceptionGroup('eg', [ExceptionGroup('in', [KeyError(2), TypeError(3)])])",
      "ExceptionGroup('eg', [ValueError(1), OSError(4)])",
    ],
    ['a predicate that is always true', () => 'yes', all, 'None'],
  ])('by %s', (_, condition, matched, rest) => {
    const parts = group.split(condition as typeof ValueError);
    expect(parts.map(repr)).toEqual([matched, rest]);
    expect(repr(group.subgroup(condition as typeof ValueError))).toBe(matched);
  });

  test('a group that matches as a whole is itself, any other result is new', () => {
    expect(group.split(Exception)[0]).toBe(group);
    expect(group.subgroup(ExceptionGroup)).toBe(group);
    expect(group.split(ArithmeticError)[1]).not.toBe(group);
    expect(group.split((error) => error === inner)[0]?.exceptions[0]).toBe(inner);
  });

  test('native classes match native errors', () => {
    const mixed = new ExceptionGroup('eg', [new RangeError('r'), new TypeError('t'), new ValueError('v')]);
    expect(mixed.split(RangeError).map(repr)).toEqual([
      "ExceptionGroup('eg', [RangeError('r')])",
      "ExceptionGroup('eg', [TypeError('t'), ValueError('v')])",
    ]);
    expect(repr(mixed.subgroup(PythonTypeError))).toBe("ExceptionGroup('eg', [TypeError('t')])");
    expect(mixed.subgroup(runInNewContext('RangeError') as typeof RangeError)).toBeNull();
  });

  test('a predicate is asked about the group first, then about each exception in order', () => {
    const asked: string[] = [];
    group.split((error) => {
      asked.push(repr(error));
      return false;
    });
    expect(asked).toEqual([all, 'ValueError(1)', repr(inner), 'KeyError(2)', 'TypeError(3)', 'OSError(4)']);
  });

  test('what a predicate throws passes through', () => {
    expect(() =>
      group.split(() => {
        throw new RuntimeError('p');
      }),
    ).toThrow(RuntimeError);
  });

  test.each([[5], ['x'], [[ValueError, 5]], [[() => 1]], [null], [Map], [[ValueError, Map]], [undefined]])(
    '%#: a wrong condition is a TypeError',
    (condition) => {
      const message = 'expected an exception type, a tuple of exception types, or a callable (other than a class)';
      expect(() => group.split(condition as never)).toThrow(message);
      expect(() => group.subgroup(condition as never)).toThrow(PythonTypeError);
    },
  );

  test('the parts of a BaseExceptionGroup take the kind that fits them', () => {
    const base = new BaseExceptionGroup('b', [new ValueError(1), new KeyboardInterrupt()]);
    expect(base.split(ValueError).map(repr)).toEqual([
      "ExceptionGroup('b', [ValueError(1)])",
      "BaseExceptionGroup('b', [KeyboardInterrupt()])",
    ]);
  });

  test('the parts keep cause, context, notes and stack', () => {
    const source = new ExceptionGroup('eg', [new ValueError(1), new KeyError(2)]);
    const cause = new ValueError('cause');
    const context = new ValueError('ctx');
    source.add_note('n');
    source.__cause__ = cause;
    source.__context__ = context;
    for (const part of source.split(ValueError) as BaseExceptionGroup[]) {
      expect(part.__cause__).toBe(cause);
      expect(part.__context__).toBe(context);
      expect(part.__notes__).toEqual(['n']);
      expect(part.__notes__).not.toBe(source.__notes__);
      expect(part.stack).toBe(source.stack);
    }
  });

  test('the parts of a group without a cause suppress their context too, as in CPython', () => {
    const source = new ExceptionGroup('eg', [new ValueError(1), new KeyError(2)]);
    expect(source.__suppress_context__).toBe(false);
    const part = source.subgroup(ValueError) as BaseExceptionGroup;
    expect(part.__suppress_context__).toBe(true);
    expect('cause' in part).toBe(false);
  });
});

describe('derive', () => {
  test('makes a group of the fitting kind with nothing but the message', () => {
    const source = new ExceptionGroup('eg', [new ValueError(1)]);
    source.add_note('n');
    const derived = source.derive([new ValueError(9)]);
    expect(repr(derived)).toBe("ExceptionGroup('eg', [ValueError(9)])");
    expect(derived.__notes__).toBeUndefined();
    expect(repr(source.derive([new KeyboardInterrupt()]))).toBe("BaseExceptionGroup('eg', [KeyboardInterrupt()])");
    expect(() => source.derive([])).toThrow(ValueError);
  });

  test('lets a subclass keep its class', () => {
    class Mine extends ExceptionGroup {
      override derive(exceptions: readonly Error[]): Mine {
        return new Mine(`derived:${this.message}`, exceptions);
      }
    }
    const source = new Mine('d', [new ValueError(1), new KeyError(2)]);
    source.add_note('q');
    const parts = source.split(ValueError) as BaseExceptionGroup[];
    expect(parts.map(repr)).toEqual(["Mine('derived:d', [ValueError(1)])", "Mine('derived:d', [KeyError(2)])"]);
    expect(parts.map((part) => part.__notes__)).toEqual([['q'], ['q']]);
  });

  test('not overridden, makes the parts plain groups', () => {
    class Mine extends ExceptionGroup {}
    const source = new Mine('d', [new ValueError(1), new KeyError(2)]);
    expect(repr(source.subgroup(ValueError))).toBe("ExceptionGroup('d', [ValueError(1)])");
  });

  test('must return a group', () => {
    class Wrong extends ExceptionGroup {
      override derive(): never {
        return 5 as never;
      }
    }
    const source = new Wrong('d', [new ValueError(1), new KeyError(2)]);
    expect(() => source.split(ValueError)).toThrow('derive must return an instance of BaseExceptionGroup');
  });
});
