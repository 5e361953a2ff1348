/** Coroutines: their protocol, states and reports. The expected texts are what CPython 3.14 printed. */
import { spawnSync } from 'node:child_process';
import * as asyncio from 'asyncio-ts';
import { childProgram } from '../support/child';
import { errorText, outcome, recordWarnings, settled } from '../support/outcomes';
import { Pause, collected } from '../support/stepping';
import { inEveryWay, virtualLoop } from '../support/styles';

const { getcoroutinestate } = asyncio.inspect;

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

const pause = (name: string) => asyncio.await_(new Pause(name));

/** Waits twice, and gives what it was resumed with. */
const work = asyncio.coroutine(function* work() {
  const first = yield* pause('s1');
  return [first, yield* pause('s2')];
});

const awaits = asyncio.coroutine(function* awaits(coroutine: asyncio.Coroutine<unknown>) {
  return yield* coroutine;
});

const REUSED = 'RuntimeError: cannot reuse already awaited coroutine';

describe('send', () => {
  test('steps to the next suspension, and ends with StopIteration', () => {
    const coroutine = work();
    expect([coroutine.send(null), coroutine.send(1)]).toEqual(['s1', 's2']);
    let caught: unknown = null;
    try {
      coroutine.send(2);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(asyncio.StopIteration);
    expect((caught as asyncio.StopIteration).value).toEqual([1, 2]);
    expect(outcome(() => coroutine.send(null))).toBe(REUSED);
  });

  test('a result of None is a StopIteration without arguments', () => {
    const nothing = asyncio.coroutine(function* () {});
    expect(outcome(() => nothing().send(null))).toBe('StopIteration');
  });

  test('takes no value at the beginning', () => {
    const coroutine = work();
    expect(outcome(() => coroutine.send(1))).toBe("TypeError: can't send non-None value to a just-started coroutine");
    expect([getcoroutinestate(coroutine), coroutine.send(null)]).toEqual(['CORO_CREATED', 's1']);
    coroutine.close();
  });
});

describe('throw', () => {
  test('raises where the body waits', () => {
    const catches = asyncio.coroutine(function* () {
      try {
        yield* pause('a');
      } catch (error) {
        return asyncio.repr(error) + asyncio.str(yield* pause('b'));
      }
      return null;
    });
    const coroutine = catches();
    coroutine.send(null);
    expect(coroutine.throw(asyncio.ValueError)).toBe('b');
    expect(outcome(() => coroutine.send('!'))).toBe('StopIteration: ValueError()!');
  });

  test('ends a body that has not begun', () => {
    const coroutine = work();
    expect(outcome(() => coroutine.throw(new asyncio.ValueError('a')))).toBe('ValueError: a');
    expect([getcoroutinestate(coroutine), outcome(() => coroutine.send(null))]).toEqual(['CORO_CLOSED', REUSED]);
    expect(outcome(() => coroutine.throw(new asyncio.KeyError('z')))).toBe(REUSED);
  });

  test('refuses what is no exception, and nothing has happened', () => {
    const coroutine = work();
    const text = 'TypeError: exceptions must be classes or instances deriving from BaseException, not ';
    for (const [wrong, type] of [
      [3, 'int'],
      ['s', 'str'],
      [Map, 'type'],
    ] as const) {
      expect(outcome(() => coroutine.throw(wrong as never))).toBe(text + type);
    }
    expect(getcoroutinestate(coroutine)).toBe('CORO_CREATED');
    coroutine.close();
  });

  test('native errors are exceptions', () => {
    const coroutine = work();
    coroutine.send(null);
    expect(outcome(() => coroutine.throw(new RangeError('native')))).toBe('RangeError: native');
  });
});

describe('close', () => {
  const reacts = (react: () => asyncio.Gen<unknown>) =>
    asyncio.coroutine(function* () {
      try {
        yield* pause('a');
      } catch (error) {
        if (error instanceof asyncio.GeneratorExit) return yield* react();
        throw error;
      }
      return null;
    })();

  /** Begins it and closes it: what close gives, and the state. */
  const closed = (coroutine: asyncio.Coroutine<unknown>): string[] => {
    coroutine.send(null);
    return [outcome(() => coroutine.close()), getcoroutinestate(coroutine)];
  };

  test('raises GeneratorExit where the body waits', () => {
    expect(closed(work())).toEqual(['None', 'CORO_CLOSED']);

    const returns = reacts(function* () {
      return 7;
    });
    expect(closed(returns)).toEqual(['7', 'CORO_CLOSED']);

    const raises = reacts(function* () {
      throw new asyncio.KeyError('k');
    });
    expect(closed(raises)).toEqual(["KeyError: 'k'", 'CORO_CLOSED']);
  });

  test('complains of a body that waits on, which then may go on', () => {
    const coroutine = reacts(function* () {
      return yield* pause('b');
    });
    expect(closed(coroutine)).toEqual(['RuntimeError: coroutine ignored GeneratorExit', 'CORO_SUSPENDED']);
    expect([outcome(() => coroutine.send(1)), getcoroutinestate(coroutine)]).toEqual([
      'StopIteration: 1',
      'CORO_CLOSED',
    ]);
  });

  test('closes what it awaits first; a failure of that is an error in the body around', () => {
    const stubborn = reacts(function* () {
      return yield* pause('b');
    });
    const outer = asyncio.coroutine(function* () {
      try {
        yield* stubborn;
      } catch (error) {
        seen.push(errorText(error));
        throw error;
      } finally {
        seen.push('cleaned up');
      }
    })();
    expect(closed(outer)).toEqual(['RuntimeError: coroutine ignored GeneratorExit', 'CORO_CLOSED']);
    expect(seen).toEqual(['RuntimeError: coroutine ignored GeneratorExit', 'cleaned up']);
    expect(getcoroutinestate(stubborn)).toBe('CORO_SUSPENDED');
    expect(outcome(() => stubborn.send(1))).toBe('StopIteration: 1');
  });

  test('does nothing before the beginning and after the end, but the coroutine is used up', () => {
    const coroutine = work();
    expect([coroutine.close(), coroutine.close(), getcoroutinestate(coroutine)]).toEqual([null, null, 'CORO_CLOSED']);
    expect(collected(awaits(coroutine))).toEqual([REUSED]);
  });
});

describe('errors', () => {
  test('StopIteration may not leave a coroutine', () => {
    const original = new asyncio.StopIteration('x');
    const stops = asyncio.coroutine(function* () {
      yield* [];
      throw original;
    });
    let caught: unknown = null;
    try {
      stops().send(null);
    } catch (error) {
      caught = error;
    }
    expect(errorText(caught)).toBe('RuntimeError: coroutine raised StopIteration');
    expect(caught).toMatchObject({ cause: original, __context__: original });
  });

  test('StopAsyncIteration may', () => {
    const stops = asyncio.coroutine(function* () {
      yield* [];
      throw new asyncio.StopAsyncIteration('x');
    });
    expect(collected(awaits(stops()))).toEqual(['StopAsyncIteration: x']);
  });
});

describe('a coroutine that executes', () => {
  test('refuses every move, its own await included', () => {
    const moves = asyncio.coroutine(function* () {
      seen.push(getcoroutinestate(self), self.cr_running);
      for (const move of [() => self.send(null), () => self.close(), () => self.throw(asyncio.KeyError)]) {
        seen.push(outcome(move));
      }
      try {
        yield* self;
      } catch (error) {
        seen.push(errorText(error));
      }
    });
    const self: asyncio.Coroutine<void> = moves();
    expect(collected(self)).toEqual(['returned None']);
    const refused = 'ValueError: coroutine already executing';
    expect(seen).toEqual(['CORO_RUNNING', true, refused, refused, refused, refused]);
    expect(getcoroutinestate(self)).toBe('CORO_CLOSED');
  });
});

describe('a coroutine that is awaited already', () => {
  test('is refused to a second one, by hand or not', () => {
    const inner = work();
    const outer = awaits(inner);
    outer.send(null);
    expect([getcoroutinestate(inner), getcoroutinestate(outer), outer.cr_await === inner]).toEqual([
      ...['CORO_SUSPENDED', 'CORO_SUSPENDED', true],
    ]);
    expect(collected(awaits(inner))).toEqual(['RuntimeError: coroutine is being awaited already']);
    expect(outer.send(null)).toBe('s2');

    const stepped = work();
    stepped.send(null);
    expect(collected(awaits(stepped))).toEqual(['RuntimeError: coroutine is being awaited already']);
  });
});

inEveryWay('states', (kit) => {
  test('are exact at every moment, also after an error', async () => {
    const state = () => getcoroutinestate(coroutine).slice(5);
    const failing = kit.coroutine(
      async () => {
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await);
        await asyncio.sleep(0);
        seen.push(state());
        throw new asyncio.ValueError('v');
      },
      function* () {
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await);
        yield* asyncio.sleep(0);
        seen.push(state());
        throw new asyncio.ValueError('v');
      },
    );
    const coroutine: asyncio.Coroutine<never> = failing();
    const main = kit.coroutine(
      async () => {
        seen.push(state());
        const task = asyncio.create_task(coroutine);
        seen.push(state());
        await asyncio.sleep(0);
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended);
        await asyncio.gather(task, { return_exceptions: true });
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await);
      },
      function* () {
        seen.push(state());
        const task = asyncio.create_task(coroutine);
        seen.push(state());
        yield* asyncio.sleep(0);
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended);
        yield* asyncio.gather(task, { return_exceptions: true });
        seen.push(state(), coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await);
      },
    );
    await kit.run(main());
    expect(seen).toEqual([
      ...(kit.eager
        ? ['CREATED', 'RUNNING', true, false, null, 'SUSPENDED', 'RUNNING', 'CLOSED', false, false]
        : ['CREATED', 'CREATED', 'RUNNING', true, false, null, 'SUSPENDED', false, true, 'RUNNING']),
      ...['CLOSED', false, false, null],
    ]);
  });

  test('cr_await leads down to the future', async () => {
    const wait = kit.coroutine(
      async (future: PromiseLike<unknown>) => await future,
      function* (future: PromiseLike<unknown>) {
        return yield* asyncio.await_(future);
      },
    );
    const main = kit.coroutine(
      async () => {
        const future = asyncio.get_running_loop().create_future();
        const inner = wait(future);
        const outer = wait(inner);
        const task = asyncio.create_task(outer);
        await asyncio.sleep(0);
        seen.push(outer.cr_await === inner, inner.cr_await === future, task.get_coro() === outer);
        future.set_result(null);
        await task;
        seen.push(outer.cr_await, inner.cr_await);
      },
      function* () {
        const future = asyncio.get_running_loop().create_future();
        const inner = wait(future);
        const outer = wait(inner);
        const task = asyncio.create_task(outer);
        yield* asyncio.sleep(0);
        seen.push(outer.cr_await === inner, inner.cr_await === future, task.get_coro() === outer);
        future.set_result(null);
        yield* task;
        seen.push(outer.cr_await, inner.cr_await);
      },
    );
    await kit.run(main());
    expect(seen).toEqual([true, true, true, null, null]);
  });

  test('cr_origin tells in debug mode where it was made', async () => {
    const make = kit.coroutine(
      async () => {},
      function* () {},
    );
    const main = kit.coroutine(
      async () => {
        const coroutine = make();
        coroutine.close();
        return coroutine.cr_origin;
      },
      function* () {
        yield* [];
        const coroutine = make();
        coroutine.close();
        return coroutine.cr_origin;
      },
    );
    const origin = await kit.run(main());
    if (!kit.debug) expect(origin).toBeNull();
    else expect(origin?.at(-1)?.filename).toBe(__filename);
  });

  test('awaiting it a second time is refused', async () => {
    const once = kit.coroutine(
      async () => 1,
      function* () {
        yield* [];
        return 1;
      },
    );
    const main = kit.coroutine(
      async () => {
        const coroutine = once();
        return [await coroutine, await settled(() => coroutine)];
      },
      function* () {
        const coroutine = once();
        const first = yield* coroutine;
        try {
          return [first, yield* coroutine];
        } catch (error) {
          return [first, errorText(error)];
        }
      },
    );
    expect(await kit.run(main())).toEqual([1, REUSED]);
  });
});

describe('a native body', () => {
  const native = asyncio.coroutine(async function native() {
    await asyncio.sleep(1);
    return 'end';
  });

  test('can be closed before it begins, and is stepped by nobody but a task', async () => {
    const unbegun = native();
    unbegun.close();
    expect(getcoroutinestate(unbegun)).toBe('CORO_CLOSED');
    for (const move of ['send', 'close'] as const) {
      const coroutine = native();
      const loop = virtualLoop();
      if (move === 'close') {
        const task = loop.create_task(coroutine);
        await loop.run_until_complete(asyncio.sleep(0));
        expect(() => coroutine.close()).toThrow(asyncio.NotImplementedError);
        task.cancel();
        await settled(loop.run_until_complete(task));
      } else expect(() => coroutine.send(null)).toThrow(asyncio.NotImplementedError);
      coroutine.close();
      loop.close();
    }
    expect(outcome(() => native().throw(new asyncio.ValueError('v')))).toBe('ValueError: v');
  });

  test('within a generator body cannot be stepped by hand either, and the error may be caught there', () => {
    const warnings = recordWarnings();
    const coroutine = awaits(native());
    expect(() => coroutine.send(null)).toThrow(asyncio.NotImplementedError);
    expect([getcoroutinestate(coroutine), warnings]).toEqual(['CORO_CLOSED', []]);
  });

  test('may not be awaited outside of a loop, and the error says what to do', async () => {
    const coroutine = native();
    expect(await settled(() => coroutine)).toMatch(
      /^RuntimeError: no running event loop: a coroutine can be awaited only inside a task\. Start the program with/,
    );
    coroutine.close();
  });
});

describe('a name', () => {
  test('has to be a string', () => {
    const coroutine = work();
    for (const attribute of ['__name__', '__qualname__'] as const) {
      expect(outcome(() => (coroutine[attribute] = 3 as never))).toBe(
        `TypeError: ${attribute} must be set to a string object`,
      );
    }
    coroutine.__qualname__ = 'y.x';
    expect(asyncio.repr(coroutine)).toMatch(/^<coroutine object y\.x at 0x/);
    expect([String(coroutine), coroutine.__name__]).toEqual([asyncio.repr(coroutine), 'work']);
    coroutine.close();
  });
});

describe('a coroutine that nobody awaits is reported', () => {
  test('at the end of its loop, by its name at that time; not if it was closed or thrown into', async () => {
    const warnings = recordWarnings();
    const main = asyncio.coroutine(function* () {
      work();
      work().__qualname__ = 'renamed';
      work().close();
      outcome(() => work().throw(asyncio.KeyError));
      yield* asyncio.sleep(0);
    });
    await asyncio.run(main());
    // The garbage collector may find them first, in an order of its own.
    expect(warnings.sort()).toEqual([
      "RuntimeWarning: coroutine 'renamed' was never awaited",
      "RuntimeWarning: coroutine 'work' was never awaited",
    ]);
  });

  test('when it is collected', async () => {
    (require('node:v8') as typeof import('node:v8')).setFlagsFromString('--expose-gc');

    const collect = (require('node:vm') as typeof import('node:vm')).runInNewContext('gc') as () => void;
    const warnings = recordWarnings();
    const main = asyncio.coroutine(function* () {
      work();
      for (let i = 0; i < 50 && warnings.length === 0; i++) {
        yield* asyncio.sleep(0.005);
        collect();
      }
      return warnings.length;
    });
    expect(await asyncio.run(main())).toBe(1);
  });

  test('when the process exits', () => {
    const program = childProgram(`
      const work = asyncio.coroutine(function* outside() {});
      const native = asyncio.coroutine(async function native() {});
      const kept = [work(), native()];
      asyncio.run(asyncio.sleep(0)).then(() => console.log('ran'));
    `);
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['ran\n', 0]);
    expect(stderr).toMatch(/RuntimeWarning: coroutine 'outside' was never awaited/);
    expect(stderr).toMatch(/RuntimeWarning: coroutine 'native' was never awaited/);
  });
});
