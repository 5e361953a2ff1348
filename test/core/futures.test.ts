/** `Future` and `isfuture`; what is expected here was printed by CPython 3.14. */
import { inspect } from 'node:util';
import * as asyncio from 'asyncio-ts';
import { collectReports, inEveryWay, taskMadeInRun, virtualLoop } from '../support/styles';
import { errorText, failOnNoise, outcome, recordLogs, runOnce, settled } from '../support/outcomes';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.set_exception_handler(() => undefined);
  loop.close();
});
failOnNoise();

const make = <T = unknown>(): asyncio.Future<T> => loop.create_future<T>();
const Untyped = asyncio.Future as unknown as new (...args: unknown[]) => asyncio.Future;
/** A method without its types, for wrong calls. */
const untyped = (future: asyncio.Future, name: keyof asyncio.Future) =>
  (future[name] as (...args: unknown[]) => unknown).bind(future);

describe('making a future', () => {
  test('takes the loop by keyword only', () => {
    expect(outcome(() => new asyncio.Future({ loop }))).toBe('<Future pending>');
    expect(outcome(() => new Untyped({ foo: 1 }))).toBe("TypeError: Future() got an unexpected keyword argument 'foo'");
    expect(outcome(() => new Untyped(1))).toBe('TypeError: Future() takes no positional arguments');
    expect(outcome(() => new Untyped(loop))).toBe('TypeError: Future() takes no positional arguments');
  });

  test('without a loop takes the current one, or refuses', () => {
    expect(outcome(() => new asyncio.Future())).toBe(
      "RuntimeError: There is no current event loop in thread 'MainThread'.",
    );
    asyncio.set_event_loop(loop);
    expect(new asyncio.Future().get_loop()).toBe(loop);
    expect(new asyncio.Future({ loop: null }).get_loop()).toBe(loop);
    expect(new asyncio.Future({}).get_loop()).toBe(loop);
    asyncio.set_event_loop(null);
  });

  test('inside a task takes the running loop', async () => {
    const main = asyncio.coroutine(function* () {
      return new asyncio.Future().get_loop() === loop;
    });
    expect(await loop.run_until_complete(main())).toBe(true);
  });
});

describe('a pending future', () => {
  test('has neither result nor exception', () => {
    const future = make();
    expect(asyncio.repr(future)).toBe('<Future pending>');
    expect([future.done(), future.cancelled()]).toEqual([false, false]);
    expect(outcome(() => future.result())).toBe('InvalidStateError: Result is not set.');
    expect(outcome(() => future.exception())).toBe('InvalidStateError: Exception is not set.');
    expect(future.get_loop()).toBe(loop);
  });

  test('refuses what is no exception', () => {
    const future = make();
    for (const wrong of [1, 'x', null, Object, asyncio.Future]) {
      expect(outcome(() => untyped(future, 'set_exception')(wrong))).toBe('TypeError: invalid exception object');
    }
    expect(future.done()).toBe(false);
  });

  test('refuses wrong numbers of arguments and unknown keywords', () => {
    const future = make();
    const refusals = {
      set_result: [
        [[], 'takes exactly 1 positional argument (0 given)'],
        [[1, 2], 'takes at most 1 argument (2 given)'],
      ],
      set_exception: [
        [[], 'takes exactly 1 positional argument (0 given)'],
        [[1, 2], 'takes at most 1 argument (2 given)'],
      ],
      add_done_callback: [
        [[], 'takes exactly 1 positional argument (0 given)'],
        [[outcome, null], 'takes exactly 1 positional argument (2 given)'],
        [[outcome, 5], 'takes exactly 1 positional argument (2 given)'],
        [[outcome, { foo: 1 }], "got an unexpected keyword argument 'foo'"],
      ],
      remove_done_callback: [
        [[], 'takes exactly 1 positional argument (0 given)'],
        [[1, 2], 'takes at most 1 argument (2 given)'],
      ],
      cancel: [
        [[{ foo: 1 }], "got an unexpected keyword argument 'foo'"],
        [[1, 2], 'takes at most 1 argument (2 given)'],
      ],
    } as const;
    for (const [method, cases] of Object.entries(refusals)) {
      for (const [args, complaint] of cases) {
        expect(outcome(() => untyped(future, method as keyof asyncio.Future)(...args))).toBe(
          `TypeError: ${method}() ${complaint}`,
        );
      }
    }
    expect(asyncio.repr(future)).toBe('<Future pending>');
  });
});

describe('a finished future', () => {
  test('keeps its result, and refuses a second one', () => {
    const future = make<number>();
    future.set_result(4);
    expect(asyncio.repr(future)).toBe('<Future finished result=4>');
    expect([future.done(), future.cancelled(), future.result(), future.exception()]).toEqual([true, false, 4, null]);
    expect(outcome(() => future.set_result(5))).toBe('InvalidStateError: invalid state');
    expect(outcome(() => future.set_exception(new asyncio.ValueError()))).toBe('InvalidStateError: invalid state');
    expect(outcome(() => untyped(future, 'set_exception')(3))).toBe('InvalidStateError: invalid state');
    expect([future.cancel(), future.cancelled(), future.result()]).toEqual([false, false, 4]);
  });

  test('keeps its exception, and raises it each time', () => {
    const future = make();
    const error = new asyncio.ValueError('x');
    future.set_exception(error);
    expect(asyncio.repr(future)).toBe("<Future finished exception=ValueError('x')>");
    expect(future.exception()).toBe(error);
    for (let time = 0; time < 2; time++) expect(outcome(() => future.result())).toBe('ValueError: x');
    expect([future.done(), future.cancel(), future.cancelled()]).toEqual([true, false, false]);
    expect(outcome(() => future.set_result(1))).toBe('InvalidStateError: invalid state');
  });

  test('makes an exception of a class', () => {
    const future = make();
    future.set_exception(asyncio.ValueError);
    expect(asyncio.repr(future)).toBe('<Future finished exception=ValueError()>');
    expect(future.exception()).toBeInstanceOf(asyncio.ValueError);
  });

  test('takes native errors, and exceptions that are no Exception', () => {
    const native = make();
    native.set_exception(new RangeError('r'));
    expect(asyncio.repr(native.exception())).toBe("RangeError('r')");
    const interrupted = make();
    interrupted.set_exception(new asyncio.KeyboardInterrupt());
    expect(asyncio.repr(interrupted)).toBe('<Future finished exception=KeyboardInterrupt()>');
    const marked = make();
    marked.set_exception(new asyncio.CancelledError('x'));
    expect([asyncio.repr(marked), marked.cancelled()]).toEqual([
      "<Future finished exception=CancelledError('x')>",
      false,
    ]);
    expect(marked.exception()).toBeInstanceOf(asyncio.CancelledError);
  });

  test('makes a RuntimeError of StopIteration, an instance or the class', () => {
    const text = 'StopIteration interacts badly with generators and cannot be raised into a Future';
    for (const given of [new asyncio.StopIteration(3), asyncio.StopIteration]) {
      const future = make();
      future.set_exception(given);
      expect(asyncio.repr(future)).toBe(`<Future finished exception=RuntimeError('${text}')>`);
      const error = future.exception() as asyncio.RuntimeError;
      const expected = typeof given === 'function' ? 'StopIteration()' : 'StopIteration(3)';
      expect([asyncio.repr(error.cause), asyncio.repr(error.__context__)]).toEqual([expected, expected]);
      expect(error.__suppress_context__).toBe(true);
    }
  });
});

describe('a cancelled future', () => {
  test('raises CancelledError wherever it is asked', () => {
    const future = make();
    expect(future.cancel()).toBe(true);
    expect(asyncio.repr(future)).toBe('<Future cancelled>');
    expect([outcome(() => future.result()), outcome(() => future.exception())]).toEqual([
      'CancelledError',
      'CancelledError',
    ]);
    expect([future.done(), future.cancelled(), future.cancel()]).toEqual([true, true, false]);
    expect(outcome(() => future.set_result(1))).toBe('InvalidStateError: invalid state');
    expect(outcome(() => untyped(future, 'set_exception')(3))).toBe('InvalidStateError: invalid state');
  });

  test.each([
    ['m', "CancelledError('m')"],
    [{ msg: 'm' }, "CancelledError('m')"],
    [3, 'CancelledError(3)'],
    [0, 'CancelledError(0)'],
    ['', "CancelledError('')"],
    [null, 'CancelledError()'],
    [undefined, 'CancelledError()'],
    [{ msg: null }, 'CancelledError()'],
    [{}, 'CancelledError()'],
  ])('hands its message on: cancel(%p)', (message, expected) => {
    const future = make();
    future.cancel(message);
    for (const ask of [() => future.result(), () => future.exception()]) {
      let caught: unknown;
      try {
        ask();
      } catch (error) {
        caught = error;
      }
      expect(asyncio.repr(caught)).toBe(expected);
    }
  });
});

describe('done callbacks', () => {
  test('are called by the loop, in their order, each in its context', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const seen: [string, number][] = [];
    const note = (name: string) => () => void seen.push([name, variable.get()]);
    const future = make<number>();
    const own = asyncio.contextvars.copy_context();
    own.run(() => {
      variable.set(1);
      future.add_done_callback(note('a'));
      const given = asyncio.contextvars.copy_context();
      given.run(() => variable.set(7));
      future.add_done_callback(note('b'), { context: given });
      variable.set(2);
      future.add_done_callback(note('c'), { context: null });
      variable.set(3);
      future.set_result(1);
      future.add_done_callback(note('d'));
    });
    expect(seen).toEqual([]);
    await runOnce(loop);
    expect(seen).toEqual([
      ['a', 1],
      ['b', 7],
      ['c', 2],
      ['d', 3],
    ]);
  });

  test('get the future', async () => {
    const future = make();
    const given: unknown[] = [];
    future.add_done_callback((...args) => given.push(...args));
    future.cancel();
    await runOnce(loop);
    expect(given).toHaveLength(1);
    expect(given[0]).toBe(future);
  });

  test('are removed all at once, and no more once they are scheduled', async () => {
    const future = make();
    const seen: unknown[] = [];
    const callback = (): void => void seen.push(future.remove_done_callback(callback));
    future.add_done_callback(callback);
    future.add_done_callback(() => seen.push('other'));
    future.add_done_callback(callback);
    expect(future.remove_done_callback(callback)).toBe(2);
    expect(future.remove_done_callback(callback)).toBe(0);
    future.add_done_callback(callback);
    future.set_result(0);
    await runOnce(loop);
    expect(seen).toEqual(['other', 0]);
  });

  test('that fail are reported, and the others are called', async () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    const future = make();
    const seen: string[] = [];
    future.add_done_callback(function bad() {
      throw new asyncio.ValueError('bad');
    });
    future.add_done_callback(() => seen.push('after'));
    future.set_result(0);
    await runOnce(loop);
    expect(seen).toEqual(['after']);
    expect(Object.keys(reports[0] ?? {}).sort()).toEqual(['exception', 'handle', 'message']);
    expect(reports[0]?.message).toBe('Exception in callback bad()');
    expect(asyncio.repr(reports[0]?.exception)).toBe("ValueError('bad')");
    expect(asyncio.repr(reports[0]?.handle)).toBe('<Handle bad()>');
  });
});

describe('the repr', () => {
  class Callbacks {
    static __qualname__ = 'Callbacks';
    method(): void {
      // Only its name matters.
    }
  }

  test('shows up to two callbacks, and how many more there are', () => {
    const future = make();
    function a(): void {
      // Only its name matters.
    }
    future.add_done_callback(a);
    expect(asyncio.repr(future)).toBe('<Future pending cb=[a()]>');
    future.add_done_callback(new Callbacks().method);
    expect(asyncio.repr(future)).toBe('<Future pending cb=[a(), method()]>');
    future.add_done_callback(
      (
        () => () =>
          0
      )(),
    );
    expect(asyncio.repr(future)).toBe('<Future pending cb=[a(), <1 more>, <lambda>()]>');
    future.add_done_callback(a.bind(null));
    expect(asyncio.repr(future)).toBe('<Future pending cb=[a(), <2 more>, a()]>');
    future.remove_done_callback(a);
    expect(asyncio.repr(future)).toBe('<Future pending cb=[method(), <1 more>, a()]>');
  });

  test.each([
    [null, 'None'],
    ['x'.repeat(100), `'xxxxxxxxxxxx...xxxxxxxxxxxxx'`],
    [Array.from({ length: 100 }, (_, index) => index), '[0, 1, 2, 3, 4, 5, ...]'],
    [new Uint8Array(100).fill(97), `b'aaaaaaaaaaa...aaaaaaaaaaaaa'`],
    [{ __repr__: () => 'r'.repeat(200) }, 'rrrrrrrrrrrrr...rrrrrrrrrrrrrr'],
  ])('shortens results', (result, expected) => {
    const future = make();
    future.set_result(result);
    expect(asyncio.repr(future)).toBe(`<Future finished result=${expected}>`);
  });

  test('never shortens exceptions', () => {
    const future = make();
    future.set_exception(new asyncio.ValueError('y'.repeat(100)));
    future.exception();
    expect(asyncio.repr(future)).toBe(`<Future finished exception=ValueError('${'y'.repeat(100)}')>`);
  });

  test('of a future that holds itself ends', () => {
    const own = make();
    own.set_result(own);
    expect(asyncio.repr(own)).toBe('<Future finished result=...>');
    const listed = make();
    listed.set_result([listed]);
    expect(asyncio.repr(listed)).toBe('<Future finished result=[...]>');
  });

  test('is what String and inspect show, and that of a subclass has its name', () => {
    class Special extends asyncio.Future {}
    class Own extends asyncio.Future {
      override __repr__(): string {
        return 'mine';
      }
    }
    const special = new Special({ loop });
    expect([asyncio.repr(special), String(special), inspect(special)]).toEqual(Array(3).fill('<Special pending>'));
    const own = new Own({ loop });
    expect([asyncio.repr(own), String(own), inspect([own])]).toEqual(['mine', 'mine', '[ mine ]']);
  });

  test('in debug mode says where the future was made', () => {
    loop.set_debug(true);
    expect(asyncio.repr(make())).toMatch(/^<Future pending created at .*futures\.test\.ts:\d+>$/);
  });
});

describe('the iterator', () => {
  test('yields the future once, then gives the result', () => {
    const future = make<number>();
    const iterator = future[Symbol.iterator]();
    const step = iterator.next();
    expect(step.done).toBe(false);
    expect(step.value).toBe(future);
    expect(future._asyncio_future_blocking).toBe(true);
    expect(outcome(() => iterator.next())).toBe("RuntimeError: await wasn't used with future");
    future.set_result(3);
    expect(iterator.next(5)).toEqual({ done: true, value: 3 });
  });

  test('of a finished future yields nothing', () => {
    const done = make<number>();
    done.set_result(3);
    expect(done.__await__().next()).toEqual({ done: true, value: 3 });
    const failed = make();
    failed.set_exception(new asyncio.ValueError('f'));
    expect(outcome(() => failed.__iter__().next())).toBe('ValueError: f');
  });

  test('passes on what is thrown in, and can be closed', () => {
    const future = make();
    expect(outcome(() => future.__await__().throw?.(new asyncio.ValueError('a')))).toBe('ValueError: a');
    expect(future.__await__().return?.(1)).toEqual({ done: true, value: 1 });
    expect(future.done()).toBe(false);
  });
});

inEveryWay('awaiting a future', (kit) => {
  const wait = kit.coroutine(
    async (future: asyncio.Future) => await future,
    function* (future: asyncio.Future): asyncio.Gen<unknown> {
      return yield* future;
    },
    'wait',
  );

  test('gives its result, its exception, or its cancellation', async () => {
    const main = kit.coroutine(
      async () => {
        const running = asyncio.get_running_loop();
        const [result, failure, cancelled, late] = Array.from({ length: 4 }, () => running.create_future()) as [
          asyncio.Future,
          asyncio.Future,
          asyncio.Future,
          asyncio.Future,
        ];
        result.set_result(1);
        failure.set_exception(new asyncio.TimeoutError('boo'));
        cancelled.cancel('m');
        running.call_later(1, () => {
          late.set_result('late');
        });
        const seen: unknown[] = [];
        for (const future of [result, failure, failure, cancelled, late]) {
          try {
            seen.push(await future);
          } catch (error) {
            seen.push(errorText(error));
          }
        }
        return seen;
      },
      function* () {
        const running = asyncio.get_running_loop();
        const [result, failure, cancelled, late] = Array.from({ length: 4 }, () => running.create_future()) as [
          asyncio.Future,
          asyncio.Future,
          asyncio.Future,
          asyncio.Future,
        ];
        result.set_result(1);
        failure.set_exception(new asyncio.TimeoutError('boo'));
        cancelled.cancel('m');
        running.call_later(1, () => {
          late.set_result('late');
        });
        const seen: unknown[] = [];
        for (const future of [result, failure, failure, cancelled, late]) {
          try {
            seen.push(yield* future);
          } catch (error) {
            seen.push(errorText(error));
          }
        }
        return seen;
      },
    );
    expect(await kit.runInTask(main())).toEqual([
      1,
      'TimeoutError: boo',
      'TimeoutError: boo',
      'CancelledError: m',
      'late',
    ]);
  });

  test('that is cancelled, or holds a CancelledError, cancels the task', async () => {
    const own = kit.loop();
    const future = own.create_future();
    const { task } = await taskMadeInRun(own, wait(future));
    await runOnce(own);
    expect(asyncio.repr(future).replace(/ created at .*?(?=>)/, '')).toBe('<Future pending cb=[Task.task_wakeup()]>');
    future.cancel('m');
    expect(await settled(own.run_until_complete(task))).toBe('CancelledError: m');
    expect([task.cancelled(), future.cancelled()]).toEqual([true, true]);
    const marked = own.create_future();
    const { task: second } = await taskMadeInRun(own, wait(marked));
    await runOnce(own);
    marked.set_exception(new asyncio.CancelledError('boo'));
    expect(await settled(own.run_until_complete(second))).toBe('CancelledError: boo');
    expect(second.cancelled()).toBe(true);
    own.close();
  });

  test('of a subclass goes by its overridden methods', async () => {
    const seen: string[] = [];
    class Watched extends asyncio.Future<unknown> {
      override cancel(msg?: unknown): boolean {
        seen.push(`cancel ${asyncio.repr(msg)}`);
        return super.cancel(msg);
      }
      override set_result(result: unknown): void {
        seen.push('set_result');
        super.set_result(result);
      }
      override result(): unknown {
        seen.push('result');
        return super.result();
      }
      override add_done_callback(callback: asyncio.DoneCallback<unknown>, options?: asyncio.ContextKeyword): void {
        seen.push(`add_done_callback ${asyncio.repr(Object.keys(options ?? {}))}`);
        super.add_done_callback(callback, options);
      }
    }
    const own = kit.loop();
    const cancelled = new Watched({ loop: own });
    const { task: first } = await taskMadeInRun(own, wait(cancelled));
    await runOnce(own);
    first.cancel('x');
    expect(await settled(own.run_until_complete(first))).toBe('CancelledError: x');
    const finished = new Watched({ loop: own });
    const { task: second } = await taskMadeInRun(own, wait(finished));
    await runOnce(own);
    finished.set_result(5);
    expect(await own.run_until_complete(second)).toBe(5);
    own.close();
    expect(seen).toEqual([
      "add_done_callback ['context']",
      "cancel {'msg': 'x'}",
      'result',
      "add_done_callback ['context']",
      'set_result',
      'result',
    ]);
  });

  test('of another loop is refused', async () => {
    const own = kit.loop();
    const other = kit.loop();
    const foreign = other.create_future();
    const { task } = await taskMadeInRun(own, wait(foreign), { name: 'T' });
    const text = await settled(own.run_until_complete(task));
    expect(text.replace(/ created at [^>]*/g, '')).toBe(
      `RuntimeError: Task <Task pending name='T' coro=<wait() running>${
        kit.eager ? '' : ' cb=[_run_until_complete_cb()]'
      }> got Future <Future pending> attached to a different loop`,
    );
    own.close();
    other.close();
  });
});

describe('an exception that nobody asks for', () => {
  test('is reported when the loop closes, with the future', () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    class Special extends asyncio.Future {}
    const future = make();
    future.set_exception(new asyncio.ValueError('lost'));
    new Special({ loop }).set_exception(new asyncio.KeyError('lost'));
    loop.close();
    expect(reports.map((report) => [report.message, asyncio.repr(report.exception)])).toEqual([
      ['Future exception was never retrieved', "ValueError('lost')"],
      ['Special exception was never retrieved', "KeyError('lost')"],
    ]);
    expect(Object.keys(reports[0] ?? {})).toEqual(['message', 'exception', 'future']);
    expect(reports[0]?.future).toBe(future);
  });

  test('is reported with the place where the future was made, in debug mode', () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    loop.set_debug(true);
    make().set_exception(new asyncio.ValueError('lost'));
    loop.close();
    const frames = reports[0]?.source_traceback as asyncio.FrameSummary[];
    expect(frames[frames.length - 1]?.filename).toMatch(/futures\.test\.ts$/);
  });

  test('is logged by the default handler', () => {
    const records = recordLogs();
    const error = new asyncio.ValueError('lost');
    make().set_exception(error);
    loop.close();
    expect(records.map(({ levelname, message, exc_info }) => [levelname, message, exc_info])).toEqual([
      ['ERROR', "Future exception was never retrieved\nfuture: <Future finished exception=ValueError('lost')>", error],
    ]);
  });

  test('is not reported once it was seen: by result, exception, an await, or a cancellation that comes too late', () => {
    const reports = collectReports(loop);
    const looks: ((future: asyncio.Future) => unknown)[] = [
      (future) => outcome(() => future.result()),
      (future) => future.exception(),
      (future) => future.cancel(),
      (future) => outcome(() => future.__await__().next()),
    ];
    for (const look of looks) {
      const future = make();
      future.set_exception(new asyncio.ValueError('seen'));
      look(future);
    }
    loop.close();
    expect(reports).toEqual([]);
  });

  test('is reported also when it is a CancelledError or a KeyboardInterrupt', () => {
    const reports = collectReports(loop);
    make().set_exception(new asyncio.CancelledError());
    make().set_exception(new asyncio.KeyboardInterrupt());
    loop.close();
    expect(reports.map((report) => asyncio.repr(report.exception))).toEqual([
      'CancelledError()',
      'KeyboardInterrupt()',
    ]);
  });
});

describe('as a promise', () => {
  test('a future can be awaited outside of a task; its callbacks are called by the loop', async () => {
    const future = make<number>();
    const failed = make<number>();
    const seen: string[] = [];
    const ends = Promise.allSettled([
      future.then((value) => value + 1),
      failed.catch((error: unknown) => errorText(error)),
      failed.finally(() => seen.push('finally')),
      failed,
    ]);
    future.set_result(3);
    failed.set_exception(new asyncio.ValueError('f'));
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
    await runOnce(loop);
    const [value, caught, ...rejected] = await ends;
    expect([value, caught].map((end) => (end as PromiseFulfilledResult<unknown>).value)).toEqual([4, 'ValueError: f']);
    expect(rejected.map((end) => errorText((end as PromiseRejectedResult).reason))).toEqual([
      'ValueError: f',
      'ValueError: f',
    ]);
    expect(seen).toEqual(['finally']);
  });

  test('a finished future answers without its loop', async () => {
    const future = make<string>();
    future.set_result('there');
    expect(await future).toBe('there');
    const failed = make();
    failed.set_exception(new asyncio.ValueError('f'));
    await expect(failed).rejects.toThrow('f');
  });

  test('has the name of its class as its tag', () => {
    expect(Object.prototype.toString.call(make())).toBe('[object Future]');
  });
});

describe('isfuture', () => {
  test('knows futures, tasks, and classes with the marker', () => {
    const coroutine = asyncio.sleep(0);
    expect([make(), loop.create_task(coroutine), { _asyncio_future_blocking: false }].map(asyncio.isfuture)).toEqual([
      true,
      true,
      true,
    ]);
    const others = [
      null,
      undefined,
      1,
      'f',
      {},
      asyncio.Future,
      Promise.resolve(),
      coroutine,
      { _asyncio_future_blocking: null },
    ];
    expect(others.map(asyncio.isfuture)).toEqual(others.map(() => false));
    coroutine.close();
  });
});

/** A future of another make: what CPython's tasks ask of one. */
class DuckFuture<T> {
  _asyncio_future_blocking: boolean | null = false;
  readonly callbacks: [(future: unknown) => void, unknown][] = [];
  #value: { value: T } | null = null;
  cancels: unknown[][] = [];

  constructor(readonly owner: asyncio.AbstractEventLoop) {}

  get_loop(): asyncio.AbstractEventLoop {
    return this.owner;
  }

  done(): boolean {
    return this.#value !== null;
  }

  cancel(...args: unknown[]): boolean {
    this.cancels.push(args);
    return false;
  }

  result(): T {
    if (this.#value === null) throw new asyncio.InvalidStateError('duck');
    return this.#value.value;
  }

  add_done_callback(callback: (future: unknown) => void, options: { context?: unknown }): void {
    this.callbacks.push([callback, options.context]);
  }

  set(value: T): void {
    this.#value = { value };
    for (const [callback] of this.callbacks) this.owner.call_soon(callback, this);
  }

  *__await__(): asyncio.Gen<T> {
    if (!this.done()) {
      this._asyncio_future_blocking = true;
      yield this as never;
    }
    return this.result();
  }

  [Symbol.iterator](): asyncio.Gen<T> {
    return this.__await__();
  }

  __repr__(): string {
    return '<DuckFuture>';
  }
}

describe('a future of another make', () => {
  const wait = asyncio.coroutine(function* wait(duck: DuckFuture<number>): asyncio.Gen<number> {
    return yield* duck;
  });

  test('is awaited by a task', async () => {
    const duck = new DuckFuture<number>(loop);
    const task = loop.create_task(wait(duck), { name: 'T' });
    await runOnce(loop);
    expect(duck._asyncio_future_blocking).toBe(false);
    expect(duck.callbacks[0]?.[1]).toBe(task.get_context());
    expect(asyncio.repr(task)).toBe("<Task pending name='T' coro=<wait() running> wait_for=<DuckFuture>>");
    duck.set(5);
    expect(await loop.run_until_complete(task)).toBe(5);
  });

  test('is told of a cancellation', async () => {
    const duck = new DuckFuture<number>(loop);
    const task = loop.create_task(wait(duck));
    await runOnce(loop);
    task.cancel('m');
    task.cancel();
    expect(duck.cancels).toEqual([[{ msg: 'm' }], []]);
    duck.set(5);
    expect(await settled(loop.run_until_complete(task))).toBe('CancelledError');
  });

  test('may be awaited by a native body, and be handed to ensure_future', async () => {
    const duck = new DuckFuture<number>(loop);
    expect(asyncio.ensure_future(duck as unknown as asyncio.Future<number>)).toBe(duck);
    loop.call_soon(() => {
      duck.set(6);
    });
    const main = asyncio.coroutine(
      async () => await asyncio.gather(asyncio.coroutine(() => asyncio.await_(duck as never))(), wait(duck)),
    );
    expect(await loop.run_until_complete(main())).toEqual([6, 6]);
  });

  test('is refused when it belongs to another loop, or was yielded bare', async () => {
    const other = virtualLoop();
    const foreign = loop.create_task(wait(new DuckFuture<number>(other)), { name: 'T' });
    expect(await settled(loop.run_until_complete(foreign))).toBe(
      "RuntimeError: Task <Task pending name='T' coro=<wait() running> cb=[_run_until_complete_cb()]> got Future " +
        '<DuckFuture> attached to a different loop',
    );
    other.close();
    const bare = asyncio.coroutine(function* bare(): asyncio.Gen<void> {
      yield new DuckFuture<number>(loop) as never;
    });
    expect(await settled(loop.run_until_complete(loop.create_task(bare(), { name: 'T' })))).toBe(
      "RuntimeError: yield was used instead of yield from in task <Task pending name='T' coro=<bare() running> " +
        'cb=[_run_until_complete_cb()]> with <DuckFuture>',
    );
  });
});
