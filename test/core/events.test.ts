/** `Handle`, `TimerHandle` and the contract of loops; what is expected here was printed by CPython 3.14. */
import { inspect } from 'node:util';
import * as asyncio from 'asyncio-ts';
import { collectReports, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, runOnce } from '../support/outcomes';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.close();
});
failOnNoise();

function work(): void {
  // Only its name matters.
}

describe('a handle', () => {
  test('shows its callback, and can be cancelled', () => {
    const handle = new asyncio.Handle(work, [1, 'x'], loop);
    expect([asyncio.repr(handle), handle.cancelled()]).toEqual(['<Handle work()>', false]);
    handle.cancel();
    handle.cancel();
    expect([asyncio.repr(handle), handle.cancelled()]).toEqual(['<Handle cancelled>', true]);
    expect([String(handle), inspect(handle)]).toEqual(['<Handle cancelled>', '<Handle cancelled>']);
  });

  test('names its callback as well as it can', () => {
    class Callable {
      method(): void {
        // Only its name matters.
      }
    }
    const reprs = [
      (
        () => () =>
          0
      )(),
      work.bind(null),
      new Callable().method,
      asyncio.sleep,
    ].map((callback) => asyncio.repr(new asyncio.Handle(callback as asyncio.Callback, [], loop)));
    expect(reprs).toEqual(['<Handle <lambda>()>', '<Handle work()>', '<Handle method()>', '<Handle sleep()>']);
  });

  test('in debug mode shows the arguments and where it was made, also when it is cancelled', () => {
    loop.set_debug(true);
    const handle = new asyncio.Handle(work, [1, 'x'.repeat(100)], loop);
    const call = String.raw`work\(1, 'xxxxxxxxxxxx\.\.\.xxxxxxxxxxxxx'\) created at .*events\.test\.ts:\d+>$`;
    expect(asyncio.repr(handle)).toMatch(new RegExp(`^<Handle ${call}`));
    handle.cancel();
    expect(asyncio.repr(handle)).toMatch(new RegExp(`^<Handle cancelled ${call}`));
  });

  test('runs in the context that was given, else in a copy of the current one', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const given = asyncio.contextvars.copy_context();
    given.run(() => variable.set(5));
    const seen: number[] = [];
    const note = (): void => void seen.push(variable.get());
    expect(loop.call_soon(note, { context: given }).get_context()).toBe(given);
    const own = asyncio.contextvars.copy_context();
    const handle = own.run(() => {
      variable.set(7);
      const made = loop.call_soon(note);
      variable.set(8);
      return made;
    });
    expect(handle.get_context()).not.toBe(own);
    await runOnce(loop);
    expect(seen).toEqual([5, 7]);
  });

  test('that was cancelled is not called', async () => {
    const seen: string[] = [];
    const cancelled = loop.call_soon(() => seen.push('cancelled'));
    loop.call_soon(() => {
      later.cancel();
    });
    const later = loop.call_soon(() => seen.push('later'));
    cancelled.cancel();
    await runOnce(loop);
    expect(seen).toEqual([]);
  });

  test('that fails reports its callback, itself, and in debug mode where it was made', async () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    function bad(): void {
      throw new asyncio.ValueError('b');
    }
    const first = loop.call_soon(bad, 1, 'y');
    await runOnce(loop);
    loop.set_debug(true);
    const second = loop.call_soon(bad, 1, 'y');
    await runOnce(loop);
    expect(reports.map((report) => report.message)).toEqual([
      'Exception in callback bad()',
      "Exception in callback bad(1, 'y')",
    ]);
    expect(reports.map((report) => Object.keys(report))).toEqual([
      ['message', 'exception', 'handle'],
      ['message', 'exception', 'handle', 'source_traceback'],
    ]);
    expect(reports.map((report) => report.handle)).toEqual([first, second]);
    expect(asyncio.repr(reports[0]?.exception)).toBe("ValueError('b')");
  });

  test('passes its arguments on', async () => {
    const seen: unknown[][] = [];
    const note = (...args: unknown[]): void => void seen.push(args);
    loop.call_soon(note);
    loop.call_soon(note, 1);
    loop.call_soon(note, 1, 2, 3);
    loop.call_soon(note, { context: 5 });
    loop.call_soon(note, { context: asyncio.contextvars.copy_context(), more: 1 });
    loop.call_soon(note, 1, { context: asyncio.contextvars.copy_context() });
    await runOnce(loop);
    expect(seen.map((args) => args.length)).toEqual([0, 1, 3, 1, 1, 1]);
    expect(seen[3]).toEqual([{ context: 5 }]);
    expect(seen[5]).toEqual([1]);
  });
});

describe('a timer', () => {
  test('knows when it is due, cancelled or not', () => {
    const timer = new asyncio.TimerHandle(123.5, work, [1], loop);
    expect([asyncio.repr(timer), timer.when()]).toEqual(['<TimerHandle when=123.5 work()>', 123.5]);
    timer.cancel();
    expect([asyncio.repr(timer), timer.when()]).toEqual(['<TimerHandle cancelled when=123.5>', 123.5]);
  });

  test('in debug mode shows its arguments', () => {
    loop.set_debug(true);
    const timer = new asyncio.TimerHandle(5, work, [1], loop);
    expect(asyncio.repr(timer)).toMatch(/^<TimerHandle when=5.0 work\(1\) created at .*events\.test\.ts:\d+>$/);
    timer.cancel();
    expect(asyncio.repr(timer)).toMatch(
      /^<TimerHandle cancelled when=5.0 work\(1\) created at .*events\.test\.ts:\d+>$/,
    );
  });

  test('is compared by its time, and equals one that makes the same call', () => {
    const make = (when: number): asyncio.TimerHandle => new asyncio.TimerHandle(when, work, [], loop);
    const [a, b, same] = [make(1), make(2), make(1)];
    expect([a.__lt__(b), a.__le__(b), a.__eq__(same), a.__gt__(b), a.__eq__(b), a.__eq__(1)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([a.__le__(same), a.__ge__(same), b.__ge__(a), b.__gt__(a)]).toEqual([true, true, true, true]);
    same.cancel();
    expect(a.__eq__(same)).toBe(false);
    expect(a.__eq__(new asyncio.TimerHandle(1, work, [1], loop))).toBe(false);
  });

  test('that is cancelled does not keep the loop waiting', async () => {
    const timer = loop.call_later(1000, work);
    loop.call_later(1, () => {
      loop.stop();
    });
    timer.cancel();
    timer.cancel();
    await loop.run_forever();
    expect(loop.time()).toBe(1);
  });

  test('may be cancelled by the one before it', async () => {
    const seen: string[] = [];
    loop.call_later(1, () => {
      second.cancel();
      loop.stop();
    });
    const second = loop.call_later(1, () => seen.push('second'));
    await loop.run_forever();
    expect(seen).toEqual([]);
  });
});

describe('the contract of loops', () => {
  test('implements nothing', () => {
    const abstract = new asyncio.AbstractEventLoop();
    const calls: Record<string, () => unknown> = {
      run_forever: () => abstract.run_forever(),
      run_until_complete: () => abstract.run_until_complete(asyncio.Future as never),
      stop: () => abstract.stop(),
      is_running: () => abstract.is_running(),
      is_closed: () => abstract.is_closed(),
      close: () => abstract.close(),
      call_soon: () => abstract.call_soon(work),
      call_soon_threadsafe: () => abstract.call_soon_threadsafe(work),
      call_later: () => abstract.call_later(1, work),
      call_at: () => abstract.call_at(1, work),
      time: () => abstract.time(),
      create_future: () => abstract.create_future(),
      create_task: () => abstract.create_task(1 as never),
      set_task_factory: () => abstract.set_task_factory(null),
      get_task_factory: () => abstract.get_task_factory(),
      set_exception_handler: () => abstract.set_exception_handler(null),
      get_exception_handler: () => abstract.get_exception_handler(),
      default_exception_handler: () => abstract.default_exception_handler({}),
      call_exception_handler: () => abstract.call_exception_handler({}),
      get_debug: () => abstract.get_debug(),
      set_debug: () => abstract.set_debug(true),
      // Coroutine functions raise when they are awaited.
      shutdown_asyncgens: () => abstract.shutdown_asyncgens().send(null),
      shutdown_default_executor: () => abstract.shutdown_default_executor().send(null),
    };
    for (const call of Object.values(calls)) expect(outcome(call)).toBe('NotImplementedError');
  });
});
