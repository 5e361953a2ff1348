/** Exceptions and values on their way to another thread: packed, cloned, and unpacked. */
import * as asyncio from 'asyncio-ts';
import { isCloneable, packValues, unpackValues } from '#asyncio/node/packing';

function sent(value: unknown): unknown {
  return unpackValues(structuredClone(packValues([value])))[0];
}
const error = (value: Error): asyncio.BaseException => sent(value) as asyncio.BaseException;

describe('an exception of the library', () => {
  test.each([
    ['of Python', new asyncio.ValueError('no', 1)],
    ['of asyncio', new asyncio.CancelledError('enough')],
    ['of concurrent.futures', new asyncio.concurrent.CancelledError()],
    ['of an executor', new asyncio.concurrent.BrokenProcessPool('dead')],
    ['of a system call', new asyncio.OSError(2, 'gone', 'x.txt')],
    ['with a constructor of its own', new asyncio.IncompleteReadError(new Uint8Array([1]), 5)],
    ['that ends the program', new asyncio.SystemExit(3)],
  ])('%s keeps its class, its arguments and its fields', (_kind, original) => {
    const copy = error(original);
    expect(Object.getPrototypeOf(copy)).toBe(Object.getPrototypeOf(original));
    expect(asyncio.repr(copy)).toBe(asyncio.repr(original));
    expect(asyncio.str(copy)).toBe(asyncio.str(original));
    expect({ ...copy }).toEqual({ ...original });
    expect(copy.stack).toBe(original.stack);
  });

  test('keeps its notes, cause and context', () => {
    const original = new asyncio.ValueError('outer', { cause: new asyncio.KeyError('inner') });
    original.__context__ = new TypeError('native');
    original.add_note('first');
    original.add_note('second');
    const copy = error(original);
    expect(copy.__notes__).toEqual(['first', 'second']);
    expect(asyncio.repr(copy.cause)).toBe("KeyError('inner')");
    expect(copy.__context__).toEqual(new TypeError('native'));
    copy.add_note('third');
    expect(original.__notes__).toHaveLength(2);
  });

  test('may be a group', () => {
    const original = new asyncio.BaseExceptionGroup('eg', [new asyncio.CancelledError(), new asyncio.KeyError('k')]);
    const copy = error(original) as asyncio.BaseExceptionGroup;
    expect(asyncio.repr(copy)).toBe(asyncio.repr(original));
    expect(copy).toBeInstanceOf(asyncio.BaseExceptionGroup);
    expect(copy).not.toBeInstanceOf(asyncio.ExceptionGroup);
    expect(asyncio.repr(copy.subgroup(asyncio.KeyError))).toBe("ExceptionGroup('eg', [KeyError('k')])");
  });

  test('of a class of the user arrives as the class that it extends, under its own name', () => {
    class Own extends asyncio.ValueError {}
    const copy = error(new Own('mine'));
    expect(copy).toBeInstanceOf(asyncio.ValueError);
    expect(copy).not.toBeInstanceOf(Own);
    expect([copy.name, copy.args]).toEqual(['Own', ['mine']]);
  });

  test('loses what cannot be cloned', () => {
    const original = Object.assign(new asyncio.ValueError(() => 1, 2), { handler: () => 1, kept: [1] });
    const copy = error(original) as unknown as { args: unknown[]; handler: unknown; kept: unknown };
    expect(copy.args).toEqual([String(original.args[0]), 2]);
    expect([copy.handler, copy.kept]).toEqual([undefined, [1]]);
  });

  test('in a circle of causes arrives without the circle', () => {
    const [one, two] = [new asyncio.ValueError(1), new asyncio.ValueError(2)];
    one.cause = two;
    two.cause = one;
    const copy = error(one);
    expect(asyncio.repr(copy.cause)).toBe('ValueError(2)');
    expect((copy.cause as Error).cause).toBeUndefined();
  });
});

describe('an error of the language', () => {
  test('keeps its class, message and fields', () => {
    const original = Object.assign(new RangeError('wide'), { code: 'ERR_X', detail: { a: 1 } });
    const copy = error(original);
    expect(copy).toEqual(original);
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy).toMatchObject({ code: 'ERR_X', detail: { a: 1 }, stack: original.stack });
  });

  test('of a class of the user arrives as the class that it extends, under its own name', () => {
    class Own extends TypeError {
      override readonly name: string = 'Own';
    }
    const copy = error(new Own('mine'));
    expect(copy).toBeInstanceOf(TypeError);
    expect([copy.message, String(copy)]).toEqual(['mine', 'Own: mine']);
  });
});

test('a Buffer comes back as one, and other values as they are', () => {
  expect(Buffer.isBuffer(sent(Buffer.from('abc')))).toBe(true);
  expect(Buffer.isBuffer(sent(new Uint8Array(2)))).toBe(false);
  expect(sent(new Map([[1, 2]]))).toEqual(new Map([[1, 2]]));
  expect(sent(undefined)).toBeUndefined();
});

test('what can be cloned is known', () => {
  expect([1, null, undefined, 'x', {}, [new Date()]].every(isCloneable)).toBe(true);
  expect([() => 1, Symbol('x'), { f: () => 1 }, new WeakMap()].some(isCloneable)).toBe(false);
});
