/** The driver of compiled bodies: generators that await by a bare `yield`. The bodies here are written by hand. */
import * as asyncio from 'asyncio-ts';
import { coroutine as compiled } from '#asyncio/compiled/functions';
import { asyncgen as compiledAsyncgen } from '#asyncio/compiled/functions';
import { errorText, outcome, recordWarnings, settled } from '../support/outcomes';
import { Pause, collected } from '../support/stepping';
import { virtualLoop } from '../support/styles';

const { getcoroutinestate, getasyncgenstate } = asyncio.inspect;

const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { loop_factory: () => virtualLoop() });

/** Awaits what it is given. */
const awaits = compiled(function* awaits(what: unknown): Generator<unknown, unknown> {
  return yield what;
});

/** A chain of `depth` coroutines around a leaf. */
const chain = compiled(function* link(depth: number, leaf: () => unknown): Generator<unknown, unknown> {
  return yield depth === 0 ? leaf() : chain(depth - 1, leaf);
});

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('what a compiled body may await', () => {
  const generator = asyncio.coroutine(function* (x: unknown) {
    return yield* asyncio.sleep(1, x);
  });
  const native = asyncio.coroutine(async (x: unknown) => {
    await asyncio.sleep(1);
    return x;
  });
  const inner = compiled(function* (x: unknown): Generator<unknown, unknown> {
    yield asyncio.sleep(1);
    return x;
  });
  async function plain(x: unknown) {
    await asyncio.sleep(1);
    await asyncio.sleep(1);
    return x;
  }
  const object = (x: unknown) => ({
    *__await__(): Generator<unknown, unknown, unknown> {
      yield* asyncio.sleep(1);
      return x;
    },
  });

  test('coroutines of all kinds, futures, tasks, objects, promises', async () => {
    const main = compiled(function* (): Generator<unknown, void> {
      const loop = asyncio.get_running_loop();
      const future = loop.create_future();
      loop.call_later(1, () => future.set_result('future'));
      seen.push(yield generator('generator'), yield native('native'), yield inner('compiled'));
      seen.push(yield future, yield asyncio.create_task(inner('task')), yield object('object'));
      seen.push(yield Promise.resolve('promise'), yield plain('plain'), yield asyncio.gather(inner(1), native(2)));
      seen.push(loop.time());
    });
    await run(main());
    const values = ['generator', 'native', 'compiled', 'future', 'task', 'object', 'promise', 'plain', [1, 2]];
    expect(seen).toEqual([...values, 8]);
  });

  test('a value that can’t be awaited is given back, as JavaScript does', () => {
    expect([3, null, 's', { a: 1 }].map((value) => collected(awaits(value)))).toEqual([
      ['returned 3'],
      ['returned None'],
      ["returned 's'"],
      ["returned {'a': 1}"],
    ]);
  });

  test('is awaited by the others just so', async () => {
    const styles = [
      asyncio.coroutine(function* () {
        return yield* inner('by generator');
      }),
      asyncio.coroutine(async () => await inner('by native')),
      compiled(function* (): Generator<unknown, unknown> {
        return yield inner('by compiled');
      }),
    ];
    const main = asyncio.coroutine(async () => {
      for (const style of styles) seen.push(await style());
    });
    await run(main());
    expect(seen).toEqual(['by generator', 'by native', 'by compiled']);
  });

  test('kinds nested in one another, several times over', async () => {
    const nest = (depth: number): asyncio.Coroutine<unknown> => {
      if (depth === 0) return inner('bottom');
      return [
        () => awaits(nest(depth - 1)),
        () => asyncio.coroutine(async () => await nest(depth - 1))(),
        () => asyncio.coroutine(() => nest(depth - 1))(),
      ][depth % 3]?.() as asyncio.Coroutine<unknown>;
    };
    expect(await run(nest(9))).toBe('bottom');
  });

  test('done futures, without giving up a turn', async () => {
    const main = compiled(function* (): Generator<unknown, void> {
      const future = asyncio.get_running_loop().create_future<number>();
      future.set_result(1);
      asyncio.get_running_loop().call_soon(() => seen.push('turn'));
      seen.push(yield future, yield awaits(future));
      yield asyncio.sleep(0);
    });
    await run(main());
    expect(seen).toEqual([1, 1, 'turn']);
  });
});

describe('the stack of frames', () => {
  /** How many times a generator was resumed by an action. */
  function resumes(action: () => void): number {
    const prototype = Object.getPrototypeOf(function* () {}.prototype) as Generator;
    const next = jest.spyOn(prototype, 'next');
    action();
    const count = next.mock.calls.length;
    next.mockRestore();
    return count;
  }

  test.each([1, 10, 1000])('a resume at depth %i touches one generator', (depth) => {
    const leaf = compiled(function* (): Generator<unknown, unknown> {
      for (let i = 0; i < 4; i++) yield future();
      return 'end';
    });
    const future = () => new asyncio.Future({ loop });
    const loop = virtualLoop();
    const coroutine = chain(depth, leaf);
    const first = coroutine.send(null) as asyncio.Future<unknown>;
    first.set_result(null);
    let second: unknown = null;
    expect(resumes(() => void (second = coroutine.send(null)))).toBe(1);
    expect(second).toBeInstanceOf(asyncio.Future);
    coroutine.close();
    loop.close();
  });

  test('holds more coroutines than the machine’s stack would', async () => {
    const deep = compiled(function* (depth: number): Generator<unknown, number> {
      if (depth === 0) {
        yield asyncio.sleep(0);
        return 0;
      }
      return ((yield deep(depth - 1)) as number) + 1;
    });
    const main = compiled(function* (): Generator<unknown, unknown> {
      const task = asyncio.create_task(deep(100_000));
      yield asyncio.sleep(0);
      expect(getcoroutinestate(task.get_coro())).toBe('CORO_SUSPENDED');
      return yield task;
    });
    expect(await run(main())).toBe(100_000);
  });

  test('an error goes from frame to frame, through their finally blocks, and may be caught on the way', async () => {
    const level = compiled(function* (n: number): Generator<unknown, unknown> {
      try {
        if (n === 0) {
          yield asyncio.sleep(1);
          throw new asyncio.ValueError('bottom');
        }
        return yield level(n - 1);
      } catch (error) {
        if (n === 2) return `caught ${errorText(error)}`;
        throw error;
      } finally {
        seen.push(`finally ${String(n)}`);
        yield asyncio.sleep(1);
        seen.push(`after ${String(n)}`);
      }
    });
    expect(await run(level(3))).toBe('caught ValueError: bottom');
    expect(seen).toEqual([0, 1, 2, 3].flatMap((n) => [`finally ${String(n)}`, `after ${String(n)}`]));
  });

  test('a StopIteration becomes a RuntimeError at the first boundary', () => {
    const stops = compiled(function* (): Generator<unknown, unknown> {
      yield null;
      throw new asyncio.StopIteration('x');
    });
    const catches = compiled(function* (): Generator<unknown, unknown> {
      try {
        return yield stops();
      } catch (error) {
        return errorText(error);
      }
    });
    expect(collected(catches())).toEqual(["returned 'RuntimeError: coroutine raised StopIteration'"]);
    expect(collected(stops())).toEqual(['RuntimeError: coroutine raised StopIteration']);
  });

  test('a cancellation is raised at the bottom, and may be swallowed there', async () => {
    const leaf = compiled(function* (swallows: boolean): Generator<unknown, unknown> {
      try {
        yield asyncio.sleep(10);
      } catch (error) {
        seen.push(asyncio.repr(error));
        if (!swallows) throw error;
      }
      yield asyncio.sleep(1);
      return 'went on';
    });
    const main = compiled(function* (): Generator<unknown, void> {
      for (const swallows of [false, true]) {
        const task = asyncio.create_task(chain(20, () => leaf(swallows)));
        yield asyncio.sleep(1);
        task.cancel('x');
        try {
          seen.push(yield task);
        } catch (error) {
          seen.push(errorText(error), task.cancelled());
        }
      }
    });
    await run(main());
    expect(seen).toEqual(["CancelledError('x')", 'CancelledError: x', true, "CancelledError('x')", 'went on']);
  });

  test('a cancelled future is an error where it is awaited', async () => {
    const main = compiled(function* (): Generator<unknown, unknown> {
      const future = asyncio.get_running_loop().create_future();
      asyncio.get_running_loop().call_soon(() => future.cancel('f'));
      try {
        return yield awaits(future);
      } catch (error) {
        return errorText(error);
      }
    });
    expect(await run(main())).toBe('CancelledError: f');
  });

  test('a coroutine that is awaited twice is refused at the second await', async () => {
    const main = compiled(function* (): Generator<unknown, void> {
      const once = awaits(1);
      yield once;
      for (const again of [once, awaits(once)]) {
        try {
          yield again;
        } catch (error) {
          seen.push(errorText(error));
        }
      }
      const busy = awaits(asyncio.sleep(1));
      const task = asyncio.create_task(busy);
      yield asyncio.sleep(0);
      try {
        yield busy;
      } catch (error) {
        seen.push(errorText(error));
      }
      yield task;
    });
    await run(main());
    expect(seen).toEqual([
      'RuntimeError: cannot reuse already awaited coroutine',
      'RuntimeError: cannot reuse already awaited coroutine',
      'RuntimeError: coroutine is being awaited already',
    ]);
  });
});

describe('the protocol', () => {
  test('send, throw and close go to the innermost frame', () => {
    const leaf = compiled(function* (): Generator<unknown, unknown> {
      try {
        return yield new Pause('a');
      } catch (error) {
        return yield new Pause(asyncio.repr(error));
      }
    });
    const sent = chain(3, leaf);
    expect([sent.send(null), outcome(() => sent.send('x'))]).toEqual(['a', 'StopIteration: x']);
    expect(outcome(() => sent.send(null))).toBe('RuntimeError: cannot reuse already awaited coroutine');

    const thrown = chain(3, leaf);
    thrown.send(null);
    expect(thrown.throw(new asyncio.ValueError('v'))).toBe("ValueError('v')");
    expect(outcome(() => thrown.send('y'))).toBe('StopIteration: y');

    const closed = chain(3, leaf);
    closed.send(null);
    expect(outcome(() => closed.close())).toBe('RuntimeError: coroutine ignored GeneratorExit');
    const quiet = chain(3, () => new Pause('b'));
    quiet.send(null);
    expect([quiet.close(), getcoroutinestate(quiet)]).toEqual([null, 'CORO_CLOSED']);
  });

  test('a body that has not begun takes no value, and ends on an error', () => {
    expect(outcome(() => awaits(1).send(1))).toBe("TypeError: can't send non-None value to a just-started coroutine");
    const coroutine = awaits(1);
    expect(outcome(() => coroutine.throw(new asyncio.ValueError('v')))).toBe('ValueError: v');
    expect(getcoroutinestate(coroutine)).toBe('CORO_CLOSED');
  });

  test('a future that is resumed before it is done says so', () => {
    const loop = virtualLoop();
    const coroutine = chain(1, () => new asyncio.Future({ loop }));
    coroutine.send(null);
    expect(outcome(() => coroutine.send(null))).toBe("RuntimeError: await wasn't used with future");
    loop.close();
  });

  test('a native body within cannot be stepped by hand', () => {
    const warnings = recordWarnings();
    const native = asyncio.coroutine(async () => 1);
    const coroutine = chain(1, native);
    expect(() => coroutine.send(null)).toThrow(asyncio.NotImplementedError);
    expect(warnings).toEqual([]);
  });

  test('the states of all frames are exact, and cr_await leads from one to the next', async () => {
    const frames: asyncio.Coroutine<unknown>[] = [];
    const states = () => frames.map((frame) => getcoroutinestate(frame).slice(5));
    const build = compiled(function* built(n: number, bottom: () => unknown): Generator<unknown, unknown> {
      seen.push(states());
      if (n === 0) return yield bottom();
      const inner = build(n - 1, bottom);
      frames.push(inner);
      return yield inner;
    });
    const future = asyncio.coroutine(async () => {
      const loop = asyncio.get_running_loop();
      const waiter = loop.create_future();
      const outer = build(2, () => waiter);
      frames.push(outer);
      seen.push(states());
      const task = asyncio.create_task(outer);
      await asyncio.sleep(0);
      seen.push(states());
      for (const [i, frame] of frames.entries()) expect(frame.cr_await === (frames[i + 1] ?? waiter)).toBe(true);
      waiter.set_exception(new asyncio.ValueError('v'));
      seen.push(await settled(task), states(), outer.cr_await);
    });
    await run(future());
    expect(seen).toEqual([
      ['CREATED'],
      ['RUNNING'],
      ['RUNNING', 'RUNNING'],
      ['RUNNING', 'RUNNING', 'RUNNING'],
      ['SUSPENDED', 'SUSPENDED', 'SUSPENDED'],
      'ValueError: v',
      ['CLOSED', 'CLOSED', 'CLOSED'],
      null,
    ]);
  });

  test('cr_await leads through bodies of all kinds', async () => {
    const main = asyncio.coroutine(async () => {
      const waiter = asyncio.get_running_loop().create_future();
      const bottom = awaits(waiter);
      const native = asyncio.coroutine(async () => await bottom)();
      const generator = asyncio.coroutine(function* () {
        return yield* native;
      })();
      const top = awaits(generator);
      const task = asyncio.create_task(top);
      await asyncio.sleep(0);
      const links = [top, generator, native, bottom, waiter];
      for (const [i, link] of links.slice(0, -1).entries()) {
        expect((link as asyncio.Coroutine).cr_await === links[i + 1]).toBe(true);
      }
      waiter.set_result('end');
      return await task;
    });
    expect(await run(main())).toBe('end');
  });

  test('one that executes refuses every move', () => {
    const moves = compiled(function* (): Generator<unknown, unknown> {
      for (const move of [() => self.send(null), () => self.throw(asyncio.ValueError), () => self.close()]) {
        seen.push(outcome(move));
      }
      try {
        yield self;
      } catch (error) {
        seen.push(errorText(error));
      }
      return getcoroutinestate(self);
    });
    const self: asyncio.Coroutine<unknown> = chain(1, moves);
    expect(collected(self)).toEqual(["returned 'CORO_RUNNING'"]);
    expect(seen).toEqual(Array(4).fill('ValueError: coroutine already executing'));
  });

  test('one that awaits what executes refuses every move, whether that has waited or not', () => {
    const frames: asyncio.Coroutine<unknown>[] = [];
    const move = () => {
      for (const frame of frames)
        seen.push(
          frame.cr_running,
          frame.cr_await,
          outcome(() => frame.send(null)),
        );
    };
    const object = {
      *__await__(): Generator<unknown, unknown, unknown> {
        move();
        yield 'waits';
        move();
        return 'over';
      },
    };
    const inner = awaits(object);
    const outer = awaits(inner);
    frames.push(outer, inner);
    expect(collected(outer)).toEqual(['waits', "returned 'over'"]);
    expect(seen).toEqual(Array(4).fill([true, null, 'ValueError: coroutine already executing']).flat());
  });

  test('what it awaits may fail at its first step as at a later one', () => {
    const failing = (waits: boolean) =>
      asyncio.coroutine(function* () {
        if (waits) yield* new Pause('waits').__await__();
        throw new asyncio.StopIteration('stop');
      });
    const catches = compiled(function* (waits: boolean): Generator<unknown, unknown> {
      try {
        return yield failing(waits)();
      } catch (error) {
        return [errorText(error), yield awaits('goes on')];
      }
    });
    const result = "returned ['RuntimeError: coroutine raised StopIteration', 'goes on']";
    expect(collected(catches(false))).toEqual([result]);
    expect(collected(catches(true))).toEqual(['waits', result]);
  });

  test('a frame that was stepped to its end by hand is missed by the one around', () => {
    const inner = awaits(new Pause('deep'));
    const outer = awaits(inner);
    expect(outer.send(null)).toBe('deep');
    expect(outcome(() => inner.send('by hand'))).toBe('StopIteration: by hand');
    expect(outcome(() => outer.send(null))).toBe('RuntimeError: cannot reuse already awaited coroutine');

    const two = compiled(function* (): Generator<unknown, unknown> {
      yield new Pause('first');
      return yield awaits(new Pause('second'));
    });
    const middle = two();
    const around = awaits(middle);
    expect([around.send(null), middle.send(null)]).toEqual(['first', 'second']);
    expect(outcome(() => around.send('up'))).toBe('StopIteration: up');
  });

  test('names, reprs and marks are those of any coroutine function', () => {
    const coroutine = awaits(1);
    expect(asyncio.repr(coroutine)).toMatch(/^<coroutine object awaits at 0x/);
    expect([coroutine.__name__, awaits.name, asyncio.inspect.iscoroutinefunction(awaits)]).toEqual([
      ...['awaits', 'awaits', true],
    ]);
    coroutine.close();
    const object = {
      x: 7,
      method: compiled(function* (this: { x: number }): Generator<unknown, number> {
        yield null;
        return this.x;
      } as never),
    };
    expect(collected(object.method())).toEqual(['returned 7']);
    expect(() => compiled(3 as never)).toThrow(asyncio.TypeError);
  });

  test('one that is never awaited is reported', async () => {
    const warnings = recordWarnings();
    const main = compiled(function* (): Generator<unknown, void> {
      void awaits(1);
      yield asyncio.sleep(0);
    });
    await run(main());
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'awaits' was never awaited"]);
  });

  test('an eager task runs it at once, and run_sync drives it to the end', async () => {
    const child = compiled(function* (): Generator<unknown, string> {
      seen.push('child begins');
      yield awaits(asyncio.sleep(0));
      return 'child';
    });
    const main = compiled(function* (): Generator<unknown, unknown> {
      const task = asyncio.create_task(child(), { eager_start: true });
      seen.push('main goes on');
      return yield task;
    });
    expect(await run(main())).toBe('child');
    expect(seen).toEqual(['child begins', 'main goes on']);
    expect(asyncio.run_sync(main())).toBe('child');
  });

  test('a pending one is closed when its loop is', async () => {
    const loop = virtualLoop();
    loop.set_exception_handler((_loop, context) => seen.push(context.message));
    const waits = compiled(function* (): Generator<unknown, void> {
      try {
        yield loop.create_future();
      } finally {
        seen.push('cleaned up');
      }
    });
    loop.create_task(chain(2, waits));
    await loop.run_until_complete(asyncio.sleep(0));
    loop.close();
    expect(seen).toEqual(['Task was destroyed but it is pending!', 'cleaned up']);
  });
});

describe('compiled asynchronous generators', () => {
  const count = compiledAsyncgen<[number], number>(function* counting(n: number): Generator<unknown, void> {
    try {
      for (let i = 0; i < n; i++) {
        yield asyncio.sleep(1);
        seen.push(yield asyncio.yield_(i));
      }
    } finally {
      yield awaits(asyncio.sleep(1));
      seen.push('clean');
    }
  });

  test('give values and await', async () => {
    const main = asyncio.coroutine(async () => {
      for await (const i of count(2)) seen.push(['value', i]);
    });
    await run(main());
    expect(seen).toEqual([['value', 0], null, ['value', 1], null, 'clean']);
  });

  test('have the protocol', async () => {
    const main = compiled(function* (): Generator<unknown, void> {
      const work = count(9);
      seen.push(yield work.asend(null), yield work.asend('sent'));
      const step = asyncio.ensure_future(work.__anext__());
      yield asyncio.sleep(0);
      seen.push(getasyncgenstate(work), asyncio.repr(work.ag_await).replace(/ at .*/, ''), yield step);
      seen.push(yield work.aclose(), getasyncgenstate(work));
    });
    await run(main());
    expect(seen).toEqual([
      ...['sent', 0, 1, null, 'AGEN_RUNNING', '<coroutine object sleep', 2],
      ...['clean', null, 'AGEN_CLOSED'],
    ]);
  });

  test.each([
    [new asyncio.StopAsyncIteration('a'), 'RuntimeError: async generator raised StopAsyncIteration'],
    [new asyncio.StopIteration('s'), 'RuntimeError: async generator raised StopIteration'],
    [new asyncio.ValueError('v'), 'ValueError: v'],
  ])('raise %p', async (error, text) => {
    const failing = compiledAsyncgen(function* (): Generator<unknown, void> {
      yield asyncio.yield_(1);
      yield asyncio.sleep(0);
      throw error;
    });
    const main = compiled(function* (): Generator<unknown, unknown> {
      const work = failing();
      yield work.__anext__();
      return yield work.__anext__();
    });
    expect(await settled(run(main()))).toBe(text);
  });

  test('are asynchronous generator functions', () => {
    expect(asyncio.inspect.isasyncgenfunction(count)).toBe(true);
    expect(asyncio.repr(count(1))).toMatch(/^<async_generator object counting at/);
    expect(() => compiledAsyncgen(3 as never)).toThrow(asyncio.TypeError);
  });
});
