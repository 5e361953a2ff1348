/** The exceptions by their public names: each with the class above it, as CPython's `__bases__` has them. */
import * as asyncio from 'asyncio-ts';

type AnyException = new (...args: string[]) => asyncio.BaseException;

const TREE: readonly (readonly [AnyException, AnyException])[] = [
  [asyncio.ArithmeticError, asyncio.Exception],
  [asyncio.OverflowError, asyncio.ArithmeticError],
  [asyncio.ZeroDivisionError, asyncio.ArithmeticError],
  [asyncio.AssertionError, asyncio.Exception],
  [asyncio.AttributeError, asyncio.Exception],
  [asyncio.BufferError, asyncio.Exception],
  [asyncio.EOFError, asyncio.Exception],
  [asyncio.LookupError, asyncio.Exception],
  [asyncio.IndexError, asyncio.LookupError],
  [asyncio.KeyError, asyncio.LookupError],
  [asyncio.NameError, asyncio.Exception],
  [asyncio.OSError, asyncio.Exception],
  [asyncio.BlockingIOError, asyncio.OSError],
  [asyncio.ChildProcessError, asyncio.OSError],
  [asyncio.ConnectionError, asyncio.OSError],
  [asyncio.BrokenPipeError, asyncio.ConnectionError],
  [asyncio.ConnectionAbortedError, asyncio.ConnectionError],
  [asyncio.ConnectionRefusedError, asyncio.ConnectionError],
  [asyncio.ConnectionResetError, asyncio.ConnectionError],
  [asyncio.FileExistsError, asyncio.OSError],
  [asyncio.FileNotFoundError, asyncio.OSError],
  [asyncio.InterruptedError, asyncio.OSError],
  [asyncio.IsADirectoryError, asyncio.OSError],
  [asyncio.NotADirectoryError, asyncio.OSError],
  [asyncio.PermissionError, asyncio.OSError],
  [asyncio.ProcessLookupError, asyncio.OSError],
  [asyncio.TimeoutError, asyncio.OSError],
  [asyncio.RuntimeError, asyncio.Exception],
  [asyncio.NotImplementedError, asyncio.RuntimeError],
  [asyncio.RecursionError, asyncio.RuntimeError],
  [asyncio.StopAsyncIteration, asyncio.Exception],
  [asyncio.StopIteration, asyncio.Exception],
  [asyncio.TypeError, asyncio.Exception],
  [asyncio.ValueError, asyncio.Exception],
  [asyncio.UnicodeError, asyncio.ValueError],
  [asyncio.Warning, asyncio.Exception],
  [asyncio.DeprecationWarning, asyncio.Warning],
  [asyncio.FutureWarning, asyncio.Warning],
  [asyncio.PendingDeprecationWarning, asyncio.Warning],
  [asyncio.ResourceWarning, asyncio.Warning],
  [asyncio.RuntimeWarning, asyncio.Warning],
  [asyncio.UserWarning, asyncio.Warning],
  [asyncio.GeneratorExit, asyncio.BaseException],
  [asyncio.KeyboardInterrupt, asyncio.BaseException],
  [asyncio.SystemExit, asyncio.BaseException],
  [asyncio.CancelledError, asyncio.BaseException],
  [asyncio.InvalidStateError, asyncio.Exception],
  [asyncio.BrokenBarrierError, asyncio.RuntimeError],
  [asyncio.SendfileNotAvailableError, asyncio.RuntimeError],
  [asyncio.QueueEmpty, asyncio.Exception],
  [asyncio.QueueFull, asyncio.Exception],
  [asyncio.QueueShutDown, asyncio.Exception],
  [asyncio.concurrent.CancelledError, asyncio.concurrent.Error],
  [asyncio.concurrent.InvalidStateError, asyncio.concurrent.Error],
  [asyncio.concurrent.BrokenExecutor, asyncio.RuntimeError],
];

describe('the public exceptions', () => {
  test.each(TREE.map(([own, above]) => [own.name, above.name, own, above] as const))(
    '%s extends %s, and says what it was given',
    (name, _aboveName, own, above) => {
      expect(Object.getPrototypeOf(own)).toBe(above);
      const error = new own('text');
      expect([error instanceof above, error.args, asyncio.repr(error)]).toEqual([true, ['text'], `${name}('text')`]);
    },
  );

  test('only those that steer the program are no Exception', () => {
    const others = TREE.filter(([own]) => !(new own() instanceof asyncio.Exception)).map(([own]) => own.name);
    expect(others).toEqual(['GeneratorExit', 'KeyboardInterrupt', 'SystemExit', 'CancelledError']);
  });
});
