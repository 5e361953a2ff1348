/** `BaseEventLoop`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { collectReports, inEveryWay, virtualLoop } from '../support/styles';
import { calling, failOnNoise, outcome, recordLogs, recordWarnings, runOnce, settled } from '../support/outcomes';
import { scripts, steps } from '../support/scripts';

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

const one = asyncio.coroutine(function* one() {
  return 1;
});

describe('a new loop', () => {
  test('says what it is', () => {
    expect(asyncio.repr(loop)).toBe('<BaseEventLoop running=False closed=False debug=False>');
    class Special extends asyncio.BaseEventLoop {}
    const special = new Special({ host: new asyncio.VirtualHost() });
    special.set_debug(true);
    expect(String(special)).toBe('<Special running=False closed=False debug=True>');
    recordLogs();
    special.close();
    expect(asyncio.repr(special)).toBe('<Special running=False closed=True debug=True>');
  });

  test('is neither running nor closed, has no factory and no handler', () => {
    expect([loop.is_running(), loop.is_closed(), loop.get_task_factory(), loop.get_exception_handler()]).toEqual([
      false,
      false,
      null,
      null,
    ]);
    expect([loop.get_debug(), loop.slow_callback_duration, loop.time()]).toEqual([false, 0.1, 0]);
  });

  test('is in debug mode if the environment says so', () => {
    jest
      .spyOn(defaultHost(), 'environment')
      .mockImplementation((name) => (name === 'PYTHONASYNCIODEBUG' ? '1' : undefined));
    const debugged = new asyncio.BaseEventLoop();
    expect(debugged.get_debug()).toBe(true);
    recordLogs();
    debugged.close();
  });

  test('takes its time from the host', () => {
    const real = new asyncio.BaseEventLoop();
    expect(Math.abs(real.time() - performance.now() / 1000)).toBeLessThan(1);
    real.close();
  });
});

describe('scheduling', () => {
  test('refuses calls that lack arguments', () => {
    const lacks = (method: string, args: unknown[], missing: string): void => {
      expect(calling(loop, method, ...args)).toBe(`TypeError: BaseEventLoop.${method}() missing ${missing}`);
    };
    lacks('call_soon', [], "1 required positional argument: 'callback'");
    lacks('call_soon_threadsafe', [], "1 required positional argument: 'callback'");
    lacks('call_later', [], "2 required positional arguments: 'delay' and 'callback'");
    lacks('call_later', [1], "1 required positional argument: 'callback'");
    lacks('call_at', [], "2 required positional arguments: 'when' and 'callback'");
    lacks('call_at', [1], "1 required positional argument: 'callback'");
    lacks('create_task', [], "1 required positional argument: 'coro'");
    lacks('set_debug', [], "1 required positional argument: 'enabled'");
    lacks('set_task_factory', [], "1 required positional argument: 'factory'");
    lacks('set_exception_handler', [], "1 required positional argument: 'handler'");
  });

  test('refuses times that are none', () => {
    expect(calling(loop, 'call_later', null, work)).toBe('TypeError: delay must not be None');
    expect(calling(loop, 'call_at', undefined, work)).toBe('TypeError: when cannot be None');
    expect(calling(loop, 'call_later', 'x', work)).toBe(
      "TypeError: unsupported operand type(s) for +: 'float' and 'str'",
    );
    expect(calling(loop, 'call_at', 'x', work)).toBe(
      "TypeError: '>=' not supported between instances of 'str' and 'float'",
    );
  });

  test('looks at callbacks in debug mode only', () => {
    const coroutine = one();
    const attempts = (owner: asyncio.BaseEventLoop): string[] =>
      [3, one, coroutine].flatMap((callback) => [
        calling(owner, 'call_soon', callback),
        calling(owner, 'call_soon_threadsafe', callback),
        calling(owner, 'call_later', 1, callback),
        calling(owner, 'call_at', 1, callback),
      ]);
    const lenient = virtualLoop();
    const text = asyncio.repr(coroutine);
    expect(attempts(lenient)).toEqual([
      '<Handle 3()>',
      '<_ThreadSafeHandle 3()>',
      '<TimerHandle when=1.0 3()>',
      '<TimerHandle when=1.0 3()>',
      '<Handle one()>',
      '<_ThreadSafeHandle one()>',
      '<TimerHandle when=1.0 one()>',
      '<TimerHandle when=1.0 one()>',
      expect.stringMatching(/^<Handle /),
      expect.stringMatching(/^<_ThreadSafeHandle /),
      expect.stringMatching(/^<TimerHandle when=1.0 /),
      expect.stringMatching(/^<TimerHandle when=1.0 /),
    ]);
    expect(text).toMatch(/^<coroutine object one at 0x/);
    lenient.close();
    loop.set_debug(true);
    const methods = ['call_soon', 'call_soon_threadsafe', 'call_at', 'call_at'];
    expect(attempts(loop)).toEqual([
      ...methods.map((method) => `TypeError: a callable object was expected by ${method}(), got 3`),
      ...methods.map((method) => `TypeError: coroutines cannot be used with ${method}()`),
      ...methods.map((method) => `TypeError: coroutines cannot be used with ${method}()`),
    ]);
    loop.set_debug(false);
    coroutine.close();
  });

  test('a negative delay is due at once, after what is ready', async () => {
    const seen: string[] = [];
    const timer = loop.call_later(-5, () => seen.push('negative'));
    expect(timer.when()).toBe(-5);
    loop.call_soon(() => seen.push('soon'));
    await runOnce(loop);
    expect([seen, loop.time()]).toEqual([['soon', 'negative'], 0]);
  });

  test('a deadline that is no number does not stop the others', async () => {
    const seen: unknown[] = [];
    loop.call_later(1, () => seen.push(1));
    expect(asyncio.repr(loop.call_later(NaN, () => seen.push('nan')))).toMatch(/^<TimerHandle when=nan .*>$/);
    loop.call_later(0.5, () => seen.push(0.5));
    loop.call_later(2, () => seen.push(2));
    loop.call_later(3, () => {
      loop.stop();
    });
    await loop.run_forever();
    expect(seen.filter((item) => item !== 'nan')).toEqual([0.5, 1, 2]);
    expect(seen).toContain('nan');
  });

  test('an infinite delay never ends, and hinders nobody', async () => {
    const seen: unknown[] = [];
    const timer = loop.call_later(Infinity, () => seen.push('never'));
    expect(asyncio.repr(timer)).toMatch(/^<TimerHandle when=inf .*>$/);
    await loop.run_until_complete(asyncio.sleep(5));
    expect([seen, loop.time()]).toEqual([[], 5]);
    timer.cancel();
  });

  test('a delay that never ends is as good as nothing to a clock that jumps', async () => {
    recordLogs();
    expect(await settled(loop.run_until_complete(asyncio.sleep(Infinity)))).toMatch(
      /^RuntimeError: the event loop waits for something that can never happen/,
    );
  });

  test('call_soon_threadsafe wakes a loop that sleeps, from outside', async () => {
    const real = new asyncio.EventLoop();
    const seen: string[] = [];
    setTimeout(() => {
      real.call_soon_threadsafe((name: string) => {
        seen.push(name);
        real.stop();
      }, 'woken');
    }, 5);
    await real.run_forever();
    expect(seen).toEqual(['woken']);
    real.close();
  });

  test('call_soon and call_later from outside are noticed as well', async () => {
    const real = new asyncio.EventLoop();
    const seen: string[] = [];
    real.call_later(60, () => seen.push('never'));
    setTimeout(() => {
      real.call_later(0.001, () => {
        seen.push('later');
        real.stop();
      });
      real.call_soon(() => seen.push('soon'));
    }, 1);
    await real.run_forever();
    expect(seen).toEqual(['soon', 'later']);
    real.close();
  });

  test('in debug mode refuses calls from a callback of another loop', async () => {
    const other = virtualLoop();
    loop.set_debug(true);
    loop.call_later(1, work);
    const texts: string[] = [];
    other.call_soon(() => {
      texts.push(
        calling(loop, 'call_soon', work),
        calling(loop, 'call_later', 1, work),
        calling(loop, 'call_soon_threadsafe', work),
      );
      loop.stop();
    });
    const run = loop.run_forever();
    await runOnce(other);
    await run;
    const refused = 'RuntimeError: Non-thread-safe operation invoked on an event loop other than the current one';
    expect(texts.slice(0, 2)).toEqual([refused, refused]);
    expect(texts[2]).toMatch(/^<_ThreadSafeHandle work\(\)/);
    other.close();
  });
});

describe('a closed loop', () => {
  beforeEach(() => {
    loop.close();
  });

  test('refuses work', async () => {
    const closed = 'RuntimeError: Event loop is closed';
    expect(calling(loop, 'call_soon', work)).toBe(closed);
    expect(calling(loop, 'call_soon_threadsafe', work)).toBe(closed);
    expect(calling(loop, 'call_later', 1, work)).toBe(closed);
    expect(calling(loop, 'call_at', 1, work)).toBe(closed);
    expect(calling(loop, 'create_task', 3)).toBe(closed);
    expect(await settled(() => loop.run_forever())).toBe(closed);
    expect(await settled(() => loop.run_until_complete(3 as never))).toBe(closed);
    expect(calling(loop, 'run_until_complete_sync', 3)).toBe(closed);
    expect(calling(loop, 'call_later', null, work)).toBe('TypeError: delay must not be None');
    expect(calling(loop, 'call_at', null, work)).toBe('TypeError: when cannot be None');
  });

  test('still answers questions', () => {
    expect([loop.is_closed(), loop.is_running(), loop.time(), loop.get_debug()]).toEqual([true, false, 0, false]);
    loop.stop();
    loop.close();
    loop.set_debug(false);
    expect(outcome(() => loop.create_future())).toBe('<Future pending>');
  });

  test('cannot call the callbacks of its futures', () => {
    const bare = loop.create_future();
    bare.set_result(1);
    expect(bare.result()).toBe(1);
    const future = loop.create_future();
    future.add_done_callback(work);
    expect(outcome(() => future.set_result(1))).toBe('RuntimeError: Event loop is closed');
    expect(asyncio.repr(future)).toBe('<Future finished result=1>');
  });

  test('says that it closed, in debug mode', () => {
    const records = recordLogs();
    const debugged = virtualLoop(true);
    debugged.close();
    debugged.close();
    expect(records.map(({ levelname, message }) => [levelname, message])).toEqual([
      ['DEBUG', 'Close <BaseEventLoop running=False closed=False debug=True>'],
    ]);
  });

  test('has forgotten what was ready', async () => {
    const other = virtualLoop();
    const seen: string[] = [];
    other.call_soon(() => seen.push('soon'));
    other.call_later(0, () => seen.push('later'));
    other.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen).toEqual([]);
  });
});

describe('create_task', () => {
  test('refuses what is no coroutine, further arguments and unknown keywords', () => {
    const coroutine = one();
    expect(calling(loop, 'create_task', 3)).toBe('TypeError: a coroutine was expected, got 3');
    expect(calling(loop, 'create_task', loop.create_future())).toBe(
      'TypeError: a coroutine was expected, got <Future pending>',
    );
    expect(calling(loop, 'create_task', coroutine, 1)).toBe(
      'TypeError: BaseEventLoop.create_task() takes 2 positional arguments but 3 were given',
    );
    expect(calling(loop, 'create_task', coroutine, { foo: 3 })).toBe(
      "TypeError: Task() got an unexpected keyword argument 'foo'",
    );
    coroutine.close();
  });

  test('takes a function of no arguments, in every style', async () => {
    const tasks = [
      loop.create_task(one),
      loop.create_task(async () => await asyncio.sleep(0, 2)),
      loop.create_task(function* () {
        yield* asyncio.sleep(0);
        return 3;
      }),
    ];
    expect(await loop.run_until_complete(asyncio.gather(...tasks))).toEqual([1, 2, 3]);
  });
});

describe('a task factory', () => {
  test('gets the loop, the coroutine and the keywords', async () => {
    const keywords: unknown[] = [];
    const factory: asyncio.TaskFactory = (owner, coro, options) => {
      keywords.push(Object.keys(options));
      return new asyncio.Task(coro, { ...options, loop: owner });
    };
    loop.set_task_factory(factory);
    expect(loop.get_task_factory()).toBe(factory);
    expect(asyncio.repr(loop.create_task(one(), { name: 'N' }))).toBe("<Task pending name='N' coro=<one() running>>");
    loop.create_task(one());
    loop.create_task(one(), { name: null });
    loop.create_task(one(), { context: asyncio.contextvars.copy_context(), eager_start: true });
    expect(keywords).toEqual([['name'], [], ['name'], ['context', 'eager_start']]);
    loop.set_task_factory(null);
    expect(loop.get_task_factory()).toBeNull();
    await runOnce(loop);
  });

  test('may make what it wants of what it wants', () => {
    loop.set_task_factory((() => 'x') as never);
    expect([calling(loop, 'create_task', 3)]).toEqual(["'x'"]);
  });

  test('may be a class, which is called with new', async () => {
    class Special extends asyncio.Task {
      constructor(owner: asyncio.AbstractEventLoop, coro: asyncio.Coroutine, options: asyncio.TaskOptions) {
        super(coro, { ...options, loop: owner });
      }
    }
    loop.set_task_factory(Special as never);
    const task = loop.create_task(one(), { name: 'S' });
    expect(task).toBeInstanceOf(Special);
    expect(await loop.run_until_complete(task)).toBe(1);
    expect(task.get_name()).toBe('S');
  });

  test('is a function, or nothing', () => {
    expect(calling(loop, 'set_task_factory', 3)).toBe('TypeError: task factory must be a callable or None');
    loop.set_task_factory(undefined as never);
    expect(loop.get_task_factory()).toBeNull();
  });
});

inEveryWay('run_until_complete', (kit) => {
  const { steps: run, attempts } = scripts(kit, 'run');

  test('gives the result, or what was raised', async () => {
    const own = kit.loop();
    const ends = [
      () => own.run_until_complete(run(() => 1)),
      () =>
        own.run_until_complete(
          run(() => {
            throw new asyncio.ValueError('b');
          }),
        ),
      () =>
        own.run_until_complete(
          run(() => {
            throw new asyncio.CancelledError('c');
          }),
        ),
      () => own.run_until_complete(() => run(() => 2)),
      () => own.run_until_complete(3 as never),
      () => own.run_until_complete(undefined as never),
    ];
    const texts: string[] = [];
    for (const end of ends) texts.push(await settled(end));
    const refused = 'TypeError: An asyncio.Future, a coroutine or an awaitable is required';
    expect(texts).toEqual(['1', 'ValueError: b', 'CancelledError: c', '2', refused, refused]);
    own.close();
  });

  test('that is stopped before its end raises, and can be taken up again', async () => {
    const own = kit.loop();
    const task = own.create_task(
      run(
        () => {
          own.stop();
        },
        () => asyncio.sleep(1, 'end'),
      ),
    );
    expect(await settled(own.run_until_complete(task))).toBe(
      'RuntimeError: Event loop stopped before Future completed.',
    );
    expect(await own.run_until_complete(task)).toBe('end');
    own.close();
  });

  test('is refused while the loop, or another, is running', async () => {
    const own = kit.loop();
    const other = kit.loop();
    const [first, second, third, fourth] = [one(), one(), one(), one()] as const;
    const runner = new asyncio.Runner({ loop_factory: () => kit.loop() });
    const texts = await own.run_until_complete(
      attempts(
        () => own.run_forever(),
        () => own.run_until_complete(first),
        () => other.run_forever(),
        () => own.close(),
        () => own.is_running(),
        () => asyncio.repr(own),
        () => asyncio.run(second),
        () => asyncio.run_sync(third),
        () => own.run_until_complete_sync(first),
        () => runner.run(fourth),
      ),
    );
    expect(texts).toEqual([
      'RuntimeError: This event loop is already running',
      'RuntimeError: This event loop is already running',
      'RuntimeError: Cannot run the event loop while another loop is running',
      'RuntimeError: Cannot close a running event loop',
      'True',
      `'<BaseEventLoop running=True closed=False debug=${kit.debug ? 'True' : 'False'}>'`,
      'RuntimeError: asyncio.run() cannot be called from a running event loop',
      'RuntimeError: asyncio.run_sync() cannot be called from a running event loop',
      'RuntimeError: This event loop is already running',
      'RuntimeError: Runner.run() cannot be called from a running event loop',
    ]);
    for (const coroutine of [first, second, third, fourth]) coroutine.close();
    expect(own.is_running()).toBe(false);
    own.close();
    other.close();
  });
});

describe('run_until_complete of', () => {
  test('a future gives its result each time', async () => {
    const future = loop.create_future<number>();
    future.set_result(5);
    expect([await loop.run_until_complete(future), await loop.run_until_complete(future)]).toEqual([5, 5]);
  });

  test('a future of another loop is refused', async () => {
    const other = virtualLoop();
    expect(await settled(loop.run_until_complete(other.create_future()))).toBe(
      'ValueError: The future belongs to a different loop than the one specified as the loop argument',
    );
    other.close();
  });

  test('an object with __await__ drives it', async () => {
    const own = {
      *__await__(): asyncio.Gen<string> {
        yield;
        return 'own';
      },
    };
    expect(await loop.run_until_complete(own)).toBe('own');
  });

  test('a promise adopts it', async () => {
    expect(await loop.run_until_complete(Promise.resolve('promised'))).toBe('promised');
    expect(await settled(loop.run_until_complete(Promise.reject(new asyncio.ValueError('no'))))).toBe('ValueError: no');
  });

  test('a future that is running already on its loop is refused at the second call', async () => {
    const future = loop.create_future<string>();
    const first = loop.run_until_complete(future);
    expect(await settled(loop.run_until_complete(future))).toBe('RuntimeError: This event loop is already running');
    loop.call_soon_threadsafe(() => future.set_result('first'));
    expect(await first).toBe('first');
  });
});

describe('stop', () => {
  test('before a run lets it make one iteration', async () => {
    const seen: string[] = [];
    loop.call_soon(() => {
      seen.push('first');
      loop.call_soon(() => seen.push('second'));
    });
    loop.stop();
    await loop.run_forever();
    expect(seen).toEqual(['first']);
    await runOnce(loop);
    expect(seen).toEqual(['first', 'second']);
  });

  test('from outside ends a run that sleeps', async () => {
    const real = new asyncio.EventLoop();
    real.call_later(60, work);
    setTimeout(() => {
      real.stop();
    }, 1);
    await real.run_forever();
    expect(real.is_running()).toBe(false);
    real.close();
  });
});

describe('slow callbacks', () => {
  class Clock extends asyncio.BaseEventLoop {
    now = 0;
    override time(): number {
      return this.now;
    }
  }
  let clock: Clock;
  beforeEach(() => {
    clock = new Clock({ host: new asyncio.VirtualHost() });
    clock.set_debug(true);
  });
  afterEach(() => {
    clock.set_debug(false);
    clock.close();
  });
  const withoutPlaces = (records: asyncio.LogRecord[]): string[] =>
    records.map(({ levelname, message }) => `${levelname} ${message.replace(/ created at [^>]*/g, '')}`);
  function slow(): void {
    clock.now += 0.25;
  }

  test('are logged in debug mode, with the time they took', async () => {
    const records = recordLogs();
    clock.call_soon(slow);
    clock.call_soon(slow.bind(null), 1, 'two');
    clock.call_at(0.1, slow);
    await runOnce(clock);
    expect(withoutPlaces(records)).toEqual([
      'WARNING Executing <Handle slow()> took 0.250 seconds',
      "WARNING Executing <Handle slow(1, 'two')> took 0.250 seconds",
    ]);
    await runOnce(clock);
    expect(withoutPlaces(records)[2]).toBe('WARNING Executing <TimerHandle when=0.1 slow()> took 0.250 seconds');
  });

  test('count from slow_callback_duration on', async () => {
    const records = recordLogs();
    for (const limit of [1, 0.25]) {
      clock.slow_callback_duration = limit;
      clock.call_soon(slow);
      await runOnce(clock);
    }
    expect(records).toHaveLength(1);
  });

  test('show the task when they are its steps, in both styles', async () => {
    const records = recordLogs();
    const step = (seconds: number) => () => {
      clock.now += seconds;
    };
    const both = {
      generator: asyncio.coroutine(function* both() {
        step(0.15)();
        yield* asyncio.sleep(0);
        step(0.5)();
      }),
      wrapped: asyncio.coroutine(async function both() {
        step(0.15)();
        await asyncio.sleep(0);
        step(0.5)();
      }),
    };
    for (const body of Object.values(both)) {
      records.length = 0;
      await clock.run_until_complete(clock.create_task(body(), { name: 'A' }));
      expect(withoutPlaces(records.filter(({ levelno }) => levelno === 30))).toEqual([
        "WARNING Executing <Task pending name='A' coro=<both() running> cb=[_run_until_complete_cb()]> took 0.150 seconds",
        "WARNING Executing <Task finished name='A' coro=<both() done> result=None> took 0.500 seconds",
      ]);
    }
  });

  test('are nobody’s business outside of debug mode', async () => {
    const records = recordLogs();
    clock.set_debug(false);
    clock.call_soon(slow);
    await runOnce(clock);
    expect(records).toEqual([]);
  });
});

describe('a subclass', () => {
  test('may override time', async () => {
    class Shifted extends asyncio.BaseEventLoop {
      override time(): number {
        return super.time() + 1000;
      }
    }
    const shifted = new Shifted({ host: new asyncio.VirtualHost() });
    const seen: number[] = [];
    await shifted.run_until_complete(
      steps(
        () => seen.push(shifted.time()),
        () => asyncio.sleep(5),
        () => seen.push(shifted.time(), shifted.call_later(2, work).when()),
      ),
    );
    shifted.close();
    expect(seen).toEqual([1000, 1005, 1007]);
  });

  test('that overrides call_soon sees every step of every task, and every callback', async () => {
    const calls: string[] = [];
    class Watching extends asyncio.BaseEventLoop {
      override call_soon(callback: asyncio.Callback, ...args: unknown[]): asyncio.Handle {
        calls.push(`soon ${callback.name}`);
        return super.call_soon(callback, ...args);
      }
      override call_at(when: number, callback: asyncio.Callback, ...args: unknown[]): asyncio.TimerHandle {
        calls.push(`at ${callback.name}`);
        return super.call_at(when, callback, ...args);
      }
    }
    const watching = new Watching({ host: new asyncio.VirtualHost() });
    await watching.run_until_complete(
      steps(
        () => {
          const future = watching.create_future();
          future.add_done_callback(work);
          future.set_result(1);
        },
        () => asyncio.create_task(one()),
        () => asyncio.sleep(0),
        () => asyncio.sleep(1),
      ),
    );
    watching.close();
    // CPython: step, callback, step, wake-up, step, timer, wake-up, end of the run.
    expect(calls.map((text) => (text === 'soon ' ? 'step' : text))).toEqual([
      'step',
      'soon work',
      'step',
      'step',
      'step',
      'at _set_result_unless_cancelled',
      'step',
      'soon _run_until_complete_cb',
    ]);
  });

  test('may make its own futures and tasks', async () => {
    class Future extends asyncio.Future {}
    class Own extends asyncio.BaseEventLoop {
      override create_future<T>(): asyncio.Future<T> {
        return new Future({ loop: this }) as asyncio.Future<T>;
      }
    }
    const own = new Own({ host: new asyncio.VirtualHost() });
    expect(asyncio.repr(own.create_future())).toBe('<Future pending>');
    expect(await own.run_until_complete(asyncio.sleep(1, 'slept'))).toBe('slept');
    own.close();
  });
});

describe('shutdown_asyncgens', () => {
  test('closes what is open, and reports what fails', async () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    const seen: string[] = [];
    const good = asyncio.asyncgen(function* good() {
      try {
        yield* asyncio.yield_(1);
      } finally {
        seen.push('closed');
      }
    })();
    const bad = asyncio.asyncgen(function* bad() {
      try {
        yield* asyncio.yield_(1);
      } finally {
        throw new asyncio.ValueError('agc');
      }
    })();
    const ignoring = asyncio.asyncgen(function* ignoring() {
      try {
        yield* asyncio.yield_(1);
      } catch {
        yield* asyncio.yield_(2);
      }
    })();
    await loop.run_until_complete(
      steps(
        () => good.__anext__(),
        () => bad.__anext__(),
        () => ignoring.__anext__(),
      ),
    );
    expect(await loop.run_until_complete(loop.shutdown_asyncgens())).toBeNull();
    expect(await loop.run_until_complete(loop.shutdown_asyncgens())).toBeNull();
    expect(seen).toEqual(['closed']);
    expect(
      reports.map((report) => [report.message, asyncio.repr(report.exception), asyncio.repr(report.asyncgen)]),
    ).toEqual([
      [
        `an error occurred during closing of asynchronous generator ${asyncio.repr(bad)}`,
        "ValueError('agc')",
        asyncio.repr(bad),
      ],
      [
        `an error occurred during closing of asynchronous generator ${asyncio.repr(ignoring)}`,
        "RuntimeError('async generator ignored GeneratorExit')",
        asyncio.repr(ignoring),
      ],
    ]);
  });

  test('warns of those that begin afterwards', async () => {
    const warnings = recordWarnings();
    const late = asyncio.asyncgen(function* late() {
      yield* asyncio.yield_(1);
    })();
    await loop.run_until_complete(loop.shutdown_asyncgens());
    expect(await loop.run_until_complete(steps(() => late.__anext__()))).toBe(1);
    expect(warnings).toEqual([
      `ResourceWarning: asynchronous generator ${asyncio.repr(late)} was scheduled after loop.shutdown_asyncgens() call`,
    ]);
  });

  test('is a coroutine with its name', () => {
    const coroutine = loop.shutdown_asyncgens();
    expect([coroutine.__name__, coroutine.__qualname__]).toEqual([
      'shutdown_asyncgens',
      'BaseEventLoop.shutdown_asyncgens',
    ]);
    coroutine.close();
  });
});

describe('run_until_complete_sync', () => {
  test('really sleeps, and returns when the future is done', () => {
    const real = new asyncio.EventLoop();
    const began = performance.now();
    const result = real.run_until_complete_sync(
      steps(
        () => asyncio.sleep(0.02),
        () => asyncio.create_task(asyncio.sleep(0.01, 'slept')),
      ),
    );
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
    expect(result).toBe('slept');
    expect([real.is_running(), outcome(() => asyncio.get_running_loop())]).toEqual([
      false,
      'RuntimeError: no running event loop',
    ]);
    real.close();
  });

  test('moves the clock of a virtual host', () => {
    expect(loop.run_until_complete_sync(asyncio.sleep(3600, 'later'))).toBe('later');
    expect(loop.time()).toBe(3600);
  });

  test('raises what was raised', () => {
    const failing = steps(() => {
      throw new asyncio.ValueError('b');
    });
    expect(outcome(() => loop.run_until_complete_sync(failing))).toBe('ValueError: b');
    expect(
      outcome(() =>
        loop.run_until_complete_sync(
          steps(
            () => {
              loop.stop();
            },
            () => asyncio.sleep(1),
          ),
        ),
      ),
    ).toBe('RuntimeError: Event loop stopped before Future completed.');
    loop.set_exception_handler(() => undefined);
  });

  test('refuses what needs the host to go on', () => {
    loop.set_exception_handler(() => undefined);
    const advice = "which a blocking run can't wait for; use await asyncio.run(main()) instead";
    const native = asyncio.coroutine(async () => {
      await asyncio.sleep(0);
    });
    expect(outcome(() => loop.run_until_complete_sync(native()))).toBe(
      `RuntimeError: the program needs a native async body to go on, ${advice}`,
    );
    expect(outcome(() => loop.run_until_complete_sync(asyncio.await_ as never))).toMatch(/^TypeError/);
    const waiting = steps(() => asyncio.wrap_future(Promise.resolve(1), { loop }));
    expect(outcome(() => loop.run_until_complete_sync(waiting))).toBe(
      `RuntimeError: the program needs something outside of the loop to go on, ${advice}`,
    );
    expect(outcome(() => loop.run_until_complete_sync(loop.create_future()))).toBe(
      `RuntimeError: the program needs something outside of the loop to go on, ${advice}`,
    );
    expect([loop.is_running(), outcome(() => asyncio.get_running_loop())]).toEqual([
      false,
      'RuntimeError: no running event loop',
    ]);
  });
});

describe('two loops at once', () => {
  test('run interleaved, each with its own running loop and task', async () => {
    const seen: string[] = [];
    const handler = (name: string, delay: number): Promise<string> =>
      asyncio.run(
        asyncio.coroutine(async () => {
          const mine = asyncio.get_running_loop();
          const task = asyncio.current_task();
          for (let step = 0; step < 3; step++) {
            await asyncio.sleep(delay);
            seen.push(name);
            if (asyncio.get_running_loop() !== mine || asyncio.current_task() !== task) seen.push('wrong');
            await new Promise((resolve) => setTimeout(resolve, 2));
            if (asyncio.get_running_loop() !== mine || asyncio.current_task() !== task) seen.push('wrong');
          }
          return `${name} ${String(asyncio.all_tasks().size)}`;
        })(),
      );
    expect(await Promise.all([handler('a', 0.004), handler('b', 0.004)])).toEqual(['a 1', 'b 1']);
    expect(seen.slice().sort()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    expect(seen.join('')).not.toBe('aaabbb');
  });
});
