import * as asyncio from 'asyncio-ts';
import {
  BrokenBarrierError,
  CancelledError,
  InvalidStateError,
  SendfileNotAvailableError,
  isFatal,
} from '#asyncio/core/common/exceptions';
import { QueueEmpty, QueueFull, QueueShutDown } from '#asyncio/core/common/queue_exceptions';
import { IncompleteReadError, LimitOverrunError } from '#asyncio/core/common/stream_exceptions';
import {
  BaseException,
  Exception,
  GeneratorExit,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
  TypeError as PythonTypeError,
  setStackCapture,
} from '#asyncio/builtins/exceptions';
import { EOFError } from '#asyncio/builtins/further_exceptions';
import { OSError, TimeoutError } from '#asyncio/builtins/oserrors';
import { repr } from '#asyncio/builtins/repr';

describe('the exceptions of asyncio', () => {
  test('stand where they stand in Python', () => {
    expect(new CancelledError()).toBeInstanceOf(BaseException);
    expect(new CancelledError() instanceof Exception).toBe(false);
    expect(new InvalidStateError() instanceof Exception).toBe(true);
    expect(new IncompleteReadError(new Uint8Array(), 1) instanceof EOFError).toBe(true);
    expect(Object.getPrototypeOf(LimitOverrunError)).toBe(Exception);
    expect(new BrokenBarrierError() instanceof RuntimeError).toBe(true);
    expect(new SendfileNotAvailableError() instanceof RuntimeError).toBe(true);
    for (const queueError of [QueueEmpty, QueueFull, QueueShutDown]) {
      expect(Object.getPrototypeOf(queueError)).toBe(Exception);
    }
  });

  test('TimeoutError is the built-in one', () => {
    expect(asyncio.exceptions.TimeoutError).toBe(TimeoutError);
    expect(new TimeoutError()).toBeInstanceOf(OSError);
  });

  test('tell their module in the repr of the class', () => {
    expect(repr(CancelledError)).toBe("<class 'asyncio.exceptions.CancelledError'>");
    expect(repr(QueueEmpty)).toBe("<class 'asyncio.queues.QueueEmpty'>");
    expect(repr(TimeoutError)).toBe("<class 'TimeoutError'>");
    expect(repr(new CancelledError('m'))).toBe("CancelledError('m')");
    expect(repr(new QueueFull())).toBe('QueueFull()');
  });

  test('those that are control flow have no stack, but for debug mode', () => {
    for (const exceptionClass of [CancelledError, QueueEmpty, QueueFull, QueueShutDown]) {
      expect(new exceptionClass('m').stack).toBe(`${exceptionClass.name}: m`);
    }
    setStackCapture(true);
    try {
      expect(new CancelledError('m').stack).toMatch(/^CancelledError: m\n\s+at /);
    } finally {
      setStackCapture(false);
    }
    expect(new InvalidStateError('m').stack).toMatch(/^InvalidStateError: m\n\s+at /);
  });

  test('CancelledError keeps its message in args', () => {
    expect(new CancelledError().args).toEqual([]);
    expect(new CancelledError('m').args).toEqual(['m']);
    expect(String(new CancelledError('m'))).toBe('m');
  });
});

describe('IncompleteReadError', () => {
  test('says how much came and how much was expected', () => {
    const error = new IncompleteReadError(new Uint8Array([97, 98, 99]), 5);
    expect(String(error)).toBe('3 bytes read on a total of 5 expected bytes');
    expect(error.partial).toEqual(new Uint8Array([97, 98, 99]));
    expect(error.expected).toBe(5);
    expect(error.args).toEqual(['3 bytes read on a total of 5 expected bytes']);
  });

  test('calls an unknown expectation undefined, as Python does', () => {
    const error = new IncompleteReadError(new Uint8Array(3), null);
    expect(String(error)).toBe('3 bytes read on a total of undefined expected bytes');
    expect(error.expected).toBeNull();
    expect(String(new IncompleteReadError(new Uint8Array(3), 0))).toBe('3 bytes read on a total of 0 expected bytes');
  });

  test('takes keywords', () => {
    const error = new IncompleteReadError({ partial: new Uint8Array(0), expected: 2 });
    expect(String(error)).toBe('0 bytes read on a total of 2 expected bytes');
  });

  test('checks its arguments', () => {
    const make =
      (...args: unknown[]) =>
      () =>
        Reflect.construct(IncompleteReadError, args) as unknown;
    expect(make()).toThrow(PythonTypeError);
    expect(make()).toThrow(
      "IncompleteReadError.__init__() missing 2 required positional arguments: 'partial' and 'expected'",
    );
    expect(make(new Uint8Array(), 1, 2)).toThrow(
      'IncompleteReadError.__init__() takes 3 positional arguments but 4 were given',
    );
  });
});

describe('LimitOverrunError', () => {
  test('keeps what is to be consumed beside its message', () => {
    const error = new LimitOverrunError('m', 7);
    expect([repr(error), error.consumed]).toEqual(["LimitOverrunError('m')", 7]);
    expect(new LimitOverrunError({ message: 'm', consumed: 2 }).consumed).toBe(2);
  });

  test('checks its arguments', () => {
    expect(() => Reflect.construct(LimitOverrunError, ['m']) as unknown).toThrow(
      "LimitOverrunError.__init__() missing 1 required positional argument: 'consumed'",
    );
  });
});

describe('isFatal', () => {
  test('is true of what ends the program', () => {
    const ends = [new KeyboardInterrupt(), new SystemExit(1)].map(isFatal);
    const others = [new CancelledError(), new GeneratorExit(), new Error(), new BaseException(), null, 'x'].map(
      isFatal,
    );
    expect(ends).toEqual([true, true]);
    expect(others).toEqual([false, false, false, false, false, false]);
  });
});
