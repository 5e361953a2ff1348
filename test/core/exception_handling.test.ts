/** Exception handlers, custom and default; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { errorText, failOnNoise, outcome, recordLogs, runOnce } from '../support/outcomes';
import { scripts, steps } from '../support/scripts';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.close();
});
failOnNoise();

const lines = (records: asyncio.LogRecord[]): [string, string, string | null][] =>
  records.map(({ levelname, message, exc_info }) => [
    levelname,
    message,
    exc_info === null ? null : errorText(exc_info),
  ]);

function worse(): never {
  throw new asyncio.RuntimeError('worse');
}

describe('the default handler', () => {
  test('logs the message, what else the context says in order of its keys, and the exception', () => {
    const records = recordLogs();
    const error = new asyncio.ValueError('x');
    loop.call_exception_handler({ message: 'm' });
    loop.call_exception_handler({});
    loop.call_exception_handler({ message: 'm', exception: error, future: 1, b: 'two', a: [1] });
    loop.call_exception_handler({ message: '', exception: null });
    loop.default_exception_handler({ exception: error });
    expect(lines(records)).toEqual([
      ['ERROR', 'm', null],
      ['ERROR', 'Unhandled exception in event loop', null],
      ['ERROR', "m\na: [1]\nb: 'two'\nfuture: 1", 'ValueError: x'],
      ['ERROR', 'Unhandled exception in event loop', null],
      ['ERROR', 'Unhandled exception in event loop', 'ValueError: x'],
    ]);
  });

  test('shows where an object or a handle was made', () => {
    const records = recordLogs();
    const place = [{ filename: 'file.ts', lineno: 7, name: 'make' }];
    loop.call_exception_handler({ message: 'st', source_traceback: place, handle_traceback: place });
    expect(lines(records)[0]?.[1]).toBe(
      'st\n' +
        'handle_traceback: Handle created at (most recent call last):\n  File "file.ts", line 7, in make\n' +
        'source_traceback: Object created at (most recent call last):\n  File "file.ts", line 7, in make',
    );
  });

  test('in debug mode adds where the handle was made that executes', async () => {
    const records = recordLogs();
    loop.set_debug(true);
    loop.call_soon(function sub() {
      loop.call_exception_handler({ message: 'inside' });
    });
    await runOnce(loop);
    loop.set_debug(false);
    loop.call_exception_handler({ message: 'outside' });
    const errors = lines(records).filter(([level]) => level === 'ERROR');
    expect(errors[0]?.[1]).toMatch(
      /^inside\nhandle_traceback: Handle created at \(most recent call last\):\n( {2}File ".*", line \d+, in .*\n?)+$/,
    );
    expect(errors[1]?.[1]).toBe('outside');
  });

  test('may be overridden, and called from there', () => {
    const records = recordLogs();
    const seen: asyncio.ExceptionContext[] = [];
    class Watching extends asyncio.BaseEventLoop {
      override default_exception_handler(context: asyncio.ExceptionContext): void {
        seen.push(context);
        super.default_exception_handler(context);
      }
    }
    const watching = new Watching();
    watching.call_exception_handler({ message: 'sup' });
    watching.close();
    expect(seen).toEqual([{ message: 'sup' }]);
    expect(lines(records)).toEqual([['ERROR', 'sup', null]]);
  });

  test('that fails when overridden is logged itself, alone and behind a custom one', () => {
    const records = recordLogs();
    class Failing extends asyncio.BaseEventLoop {
      override default_exception_handler(): void {
        throw new asyncio.ZeroDivisionError('dh');
      }
    }
    const failing = new Failing();
    failing.call_exception_handler({ message: 'm' });
    failing.set_exception_handler(worse);
    failing.call_exception_handler({ message: 'm' });
    failing.close();
    expect(lines(records)).toEqual([
      ['ERROR', 'Exception in default exception handler', 'ZeroDivisionError: dh'],
      [
        'ERROR',
        'Exception in default exception handler while handling an unexpected error in custom exception handler',
        'ZeroDivisionError: dh',
      ],
    ]);
  });
});

describe('a custom handler', () => {
  test('gets the loop and the context', () => {
    const seen: unknown[][] = [];
    const handler = (...args: unknown[]): void => void seen.push(args);
    loop.set_exception_handler(handler);
    expect(loop.get_exception_handler()).toBe(handler);
    const context = { message: 'm', z: 3 };
    loop.call_exception_handler(context);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.[0]).toBe(loop);
    expect(seen[0]?.[1]).toBe(context);
    loop.set_exception_handler(null);
    expect(loop.get_exception_handler()).toBeNull();
  });

  test('is a function, or nothing', () => {
    expect(outcome(() => loop.set_exception_handler(3 as never))).toBe(
      'TypeError: A callable object or None is expected, got 3',
    );
  });

  test('that fails is reported to the default one', () => {
    const records = recordLogs();
    loop.set_exception_handler(worse);
    loop.call_exception_handler({ message: 'm' });
    expect(lines(records)).toEqual([
      ['ERROR', "Unhandled error in exception handler\ncontext: {'message': 'm'}", 'RuntimeError: worse'],
    ]);
  });

  test.each<[string, () => Error]>([
    ['KeyboardInterrupt', () => new asyncio.KeyboardInterrupt('ki')],
    ['SystemExit', () => new asyncio.SystemExit(4)],
  ])('that raises %s, or a default one behind it, is not held back', async (_name, makeError) => {
    const error = makeError();
    const raise = (): never => {
      throw error;
    };
    loop.set_exception_handler(raise);
    expect(outcome(() => loop.call_exception_handler({}))).toBe(errorText(error));
    loop.call_soon(worse);
    await expect(loop.run_forever()).rejects.toBe(error);
    class Raising extends asyncio.BaseEventLoop {
      override default_exception_handler(): void {
        raise();
      }
    }
    const raising = new Raising();
    expect(outcome(() => raising.call_exception_handler({}))).toBe(errorText(error));
    raising.set_exception_handler(worse);
    expect(outcome(() => raising.call_exception_handler({}))).toBe(errorText(error));
    raising.close();
  });
});

inEveryWay('the context of a handler', (kit) => {
  const { steps: run } = scripts(kit, 'run');

  test('is that of the task or the handle it is told of', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 'none' });
    const own = kit.loop();
    const seen: [string | undefined, string][] = [];
    own.set_exception_handler((_loop, context) => seen.push([context.message, variable.get()]));
    await own.run_until_complete(
      run(
        () => variable.set('main'),
        () => own.call_soon(worse),
        () => asyncio.sleep(0),
        () => {
          const child = run(() => {
            variable.set('child');
            throw new asyncio.ValueError();
          });
          asyncio.create_task(child);
        },
        () => asyncio.sleep(0),
        () => asyncio.sleep(0),
        () => {
          own.call_exception_handler({ message: 'direct' });
          own.create_future().set_exception(new asyncio.ValueError());
        },
      ),
    );
    own.close();
    expect(seen).toEqual([
      ['Exception in callback worse()', 'main'],
      ['direct', 'main'],
      ['Task exception was never retrieved', 'child'],
      // CPython tells of a future where it is dropped; here that is the end of the loop, outside of any task.
      ['Future exception was never retrieved', 'none'],
    ]);
  });
});

test('an error of what nobody awaits does not reject anything', async () => {
  const rejections: unknown[] = [];
  const listener = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', listener);
  const records = recordLogs();
  await loop.run_until_complete(
    steps(
      () =>
        void asyncio.create_task(
          asyncio.coroutine(async () => {
            await asyncio.sleep(0);
            throw new asyncio.ValueError('lost');
          })(),
          { name: 'T' },
        ),
      () => asyncio.sleep(1),
    ),
  );
  loop.close();
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', listener);
  expect(rejections).toEqual([]);
  expect(lines(records)).toEqual([
    [
      'ERROR',
      "Task exception was never retrieved\nfuture: <Task finished name='T' coro=<<lambda>() done> exception=ValueError('lost')>",
      'ValueError: lost',
    ],
  ]);
});
