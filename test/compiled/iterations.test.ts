/** `for await` in compiled code. */
import * as asyncio from 'asyncio-ts';
import * as _asyncio from 'asyncio-ts/compiled';
import { BREAK, forAwait } from '../support/compiled';
import { errorText, failOnNoise, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { loop_factory: () => virtualLoop() });

const seen: unknown[] = [];

failOnNoise();
beforeEach(() => {
  seen.length = 0;
});

/** What the body of a loop does with a value. */
type Act = (x: unknown) => unknown;

const keeps: Act = () => undefined;
const breaks: Act = () => BREAK;
const raises: Act = () => {
  throw new asyncio.ValueError('body');
};

/** Runs a loop whose body waits, looks at the value, and acts. */
const looped = _asyncio.coroutine(function* (iterable: unknown, act: Act): Generator<unknown, unknown> {
  yield* forAwait(iterable, function* (x) {
    yield asyncio.sleep(1);
    seen.push(x);
    return act(x);
  });
  return 'end';
}) as (iterable: unknown, act?: Act) => asyncio.Coroutine<unknown>;

async function loopOver(make: () => unknown, act: Act = keeps): Promise<unknown[]> {
  seen.length = 0;
  const end = await settled(run(looped(make(), act)));
  return [...seen, end];
}

const letters = _asyncio.asyncgen(function* letters(): Generator<unknown, void> {
  try {
    yield _asyncio.yield_('a');
    yield asyncio.sleep(1);
    yield _asyncio.yield_('b');
  } catch (error) {
    seen.push(asyncio.repr(error));
    throw error;
  }
});

describe('Python’s protocol', () => {
  class Countdown {
    n = 2;
    __aiter__() {
      return this;
    }
    __anext__ = asyncio.coroutine(async () => {
      await asyncio.sleep(1);
      if (this.n === 0) throw new asyncio.StopAsyncIteration();
      return this.n--;
    });
  }

  test('gives values until StopAsyncIteration', async () => {
    expect(await loopOver(() => new Countdown())).toEqual([2, 1, "'end'"]);
    expect(await loopOver(letters)).toEqual(['a', 'b', "'end'"]);
  });

  test('leaves a generator suspended when the loop is left; the loop’s end closes it', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, void> {
      const work = letters();
      yield looped(work, breaks);
      seen.push(asyncio.inspect.getasyncgenstate(work));
    });
    await run(main());
    expect(seen).toEqual(['a', 'AGEN_SUSPENDED', 'GeneratorExit()']);
  });

  test('lets the error of the body pass', async () => {
    expect(await loopOver(() => new Countdown(), raises)).toEqual([2, 'ValueError: body']);
  });

  test.each([
    [3, "TypeError: 'async for' requires an object with __aiter__ method, got int"],
    [null, "TypeError: 'async for' requires an object with __aiter__ method, got NoneType"],
    [
      { __aiter__: () => 3 },
      "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: int",
    ],
    [
      { __aiter__: () => ({ __anext__: () => 3 }) },
      "TypeError: 'async for' received an invalid object from __anext__: int",
    ],
    [{ [Symbol.asyncIterator]: () => 3 }, "TypeError: aiter() returned not an async iterator of type 'int'"],
  ])('refuses %p', async (iterable, text) => {
    expect(await loopOver(() => iterable)).toEqual([text]);
  });
});

describe('an asynchronous generator of ours', () => {
  const numbers = _asyncio.asyncgen<[n: number], number>(function* numbers(n: number): Generator<unknown, void> {
    for (let i = 0; i < n; i++) {
      if (i === 2) yield asyncio.sleep(1);
      yield _asyncio.yield_(i);
    }
  });

  /** A loop whose body doesn't wait. */
  const collect = _asyncio.coroutine(function* collect(iterable: unknown): Generator<unknown, void, never> {
    yield* forAwait(iterable, function* (x): Generator<never, void> {
      seen.push(x);
    });
    seen.push('end');
  });

  test('costs a turn only where it waits', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, void> {
      const tasks = [asyncio.create_task(collect(numbers(3))), asyncio.create_task(collect(numbers(2)))];
      yield asyncio.gather(...tasks);
    });
    await run(main());
    expect(seen).toEqual([0, 1, 0, 1, 'end', 2, 'end']);
  });

  test('shows a step while it waits, and is busy for others', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const work = numbers(3);
      const task = asyncio.create_task(collect(work));
      yield asyncio.sleep(0);
      const step = (task.get_coro() as asyncio.Coroutine).cr_await as asyncio.Step<number>;
      const second = (yield settled(asyncio.create_task(collect(work)))) as string;
      expect(() => step.__await__()).toThrow('coroutine is being awaited already');
      const states = [asyncio.repr(step).replace(/ at .*/, ''), step.cr_await === work.ag_await, work.ag_running];
      yield task;
      return [...states, second, work.ag_running];
    });
    expect(await run(main())).toEqual([
      '<async_generator_asend object',
      true,
      true,
      'RuntimeError: anext(): asynchronous generator is already running',
      false,
    ]);
  });

  test('is cancelled where it waits, and then has ended', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const work = numbers(3);
      const task = asyncio.create_task(collect(work));
      yield asyncio.sleep(0.5);
      task.cancel('why');
      const outcome = (yield settled(task)) as string;
      yield collect(work);
      return [outcome, asyncio.inspect.getasyncgenstate(work)];
    });
    expect(await run(main())).toEqual(['CancelledError: why', 'AGEN_CLOSED']);
    expect(seen).toEqual([0, 1, 'end']);
  });

  test('raises its own error, whether it has waited or not', async () => {
    const failing = _asyncio.asyncgen(function* (waits: boolean): Generator<unknown, void> {
      yield _asyncio.yield_(1);
      if (waits) yield asyncio.sleep(1);
      throw new asyncio.StopAsyncIteration('early');
    }) as (waits: boolean) => unknown;
    for (const waits of [false, true]) {
      expect(await settled(run(collect(failing(waits))))).toBe(
        'RuntimeError: async generator raised StopAsyncIteration',
      );
    }
    expect(seen).toEqual([1, 1]);
  });

  test('is asked by its own __anext__ where that was replaced', async () => {
    const work = numbers(1);
    const original = work.__anext__.bind(work);
    work.__anext__ = () => {
      seen.push('asked');
      return original();
    };
    await run(collect(work));
    expect(seen).toEqual(['asked', 0, 'asked', 'end']);
  });

  test('serves code that never asks whether a value is ready', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const iteration = _asyncio.iterate(numbers(1));
      iteration.take(yield iteration.next());
      return iteration.value;
    });
    expect(await run(main())).toBe(0);
  });

  test('awaits a promise that it is to yield, and one that it returns', async () => {
    const promising = _asyncio.asyncgen(function* (): Generator<unknown, unknown> {
      yield _asyncio.yield_(0);
      yield _asyncio.yield_(Promise.resolve(1));
      yield _asyncio.yield_(2);
      try {
        yield _asyncio.yield_(Promise.reject(new asyncio.ValueError('no')));
      } catch (error) {
        yield _asyncio.yield_(errorText(error));
      }
      return Promise.resolve('ignored');
    });
    await asyncio.run(collect(promising()));
    expect(seen).toEqual([0, 1, 2, 'ValueError: no', 'end']);
  });
});

describe('JavaScript’s protocols, as `for await` has them natively', () => {
  /** An iterator that says what is done to it. */
  const logging = (log: (what: string) => void, more: object = {}) => ({
    n: 0,
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      this.n++;
      log(`next ${this.n}`);
      return Promise.resolve({ done: this.n === 3, value: this.n });
    },
    return(...args: unknown[]) {
      log(`return ${args.length}`);
      return Promise.resolve({ done: true, value: undefined });
    },
    ...more,
  });
  const sync = (log: (what: string) => void, more: object = {}) => ({
    n: 0,
    [Symbol.iterator]() {
      return this;
    },
    next() {
      this.n++;
      log(`next ${this.n}`);
      return { done: this.n === 3, value: Promise.resolve(this.n) };
    },
    return(...args: unknown[]) {
      log(`return ${args.length}`);
      return { done: true, value: undefined };
    },
    ...more,
  });

  /** The same loop natively. */
  async function natively(iterable: unknown, act: Act): Promise<unknown> {
    for await (const x of iterable as AsyncIterable<unknown>) {
      seen.push(x);
      if (act(x) === BREAK) break;
    }
    return 'end';
  }

  type Make = (log: (what: string) => void) => unknown;

  const cases: [string, Make][] = [
    ['an iterator', logging],
    ['an iterator without return', (log) => logging(log, { return: undefined })],
    ['an iterator with a null return', (log) => logging(log, { return: null })],
    ['a result that is no object', (log) => logging(log, { next: () => 3 })],
    ['a return that gives no object', (log) => logging(log, { return: () => 3 })],
    ['a return that raises', (log) => logging(log, { return: () => Promise.reject(new asyncio.KeyError('r')) })],
    ['a next that raises', (log) => logging(log, { next: () => Promise.reject(new asyncio.KeyError('n')) })],
    ['a next that throws', (log) => logging(log, { next: () => raises(null) })],
    ['a value that throws', (log) => logging(log, { next: () => ({ get value() { return raises(null); } }) })], // prettier-ignore
    ['a synchronous iterator', sync],
    ['a synchronous iterator without return', (log) => sync(log, { return: undefined })],
    ['a synchronous iterator whose return raises', (log) => sync(log, { return: () => raises(null) })],
    ['a synchronous iterator whose next raises', (log) => sync(log, { next: () => raises(null) })],
    ['a synchronous iterator that gives no object', (log) => sync(log, { next: () => 3 })],
    ['an array', () => [1, Promise.resolve(2), 3]],
    ['a string', () => 'ab'],
    ['a set', () => new Set([1, 2])],
    [
      'a generator',
      (log) =>
        (async function* () {
          try {
            yield 1;
            await Promise.resolve();
            yield 2;
          } finally {
            await Promise.resolve();
            log('finally');
          }
        })(),
    ],
  ];
  /** V8 of Node 24 closes a synchronous iterator that has failed itself, which the language says it doesn't. */
  const V8_CLOSES_WHAT_FAILED = Number(process.versions.v8.split('.')[0]) >= 13;
  const FAILING: ReadonlySet<string> = new Set([
    'a synchronous iterator whose next raises',
    'a synchronous iterator that gives no object',
  ]);
  const acts: [string, Act][] = [
    ['goes on', keeps],
    ['breaks', breaks],
    ['raises', raises],
    ['breaks at the second', (x) => (x === 2 ? BREAK : undefined)],
  ];

  test.each(cases.flatMap(([what, make]) => acts.map(([how, act]) => [what, how, make, act] as const)))(
    '%s, and the body %s',
    async (what, _how, make, act) => {
      const log = (event: string) => void seen.push(event);
      const native = [await settled(natively(make(log), act)), ...seen];
      if (V8_CLOSES_WHAT_FAILED && FAILING.has(what)) native.splice(native.indexOf('return 0'), 1);
      seen.length = 0;
      const ours = [await settled(run(looped(make(log), act))), ...seen];
      expect(ours).toEqual(native);
    },
  );

  test('a value of a synchronous iterator that fails closes it', async () => {
    const failing = () =>
      sync((what) => seen.push(what), {
        next: () => ({ done: false, value: Promise.reject(new asyncio.ValueError('value')) }),
      });
    expect(await loopOver(failing)).toEqual(['return 0', 'ValueError: value']);
  });

  test('coroutines in an array are awaited', async () => {
    expect(await loopOver(() => [asyncio.sleep(2, 'slept'), 3])).toEqual(['slept', 3, "'end'"]);
  });

  test('native generators await on behalf of the task', async () => {
    const native = async function* () {
      yield asyncio.current_task() !== null;
      await asyncio.sleep(1);
      yield asyncio.get_running_loop().time();
    };
    expect(await loopOver(native)).toEqual([true, 2, "'end'"]);
  });

  test('return() is waited for', async () => {
    const iterable = () =>
      logging((what) => seen.push(what), {
        return: asyncio.coroutine(async () => {
          await asyncio.sleep(5);
          seen.push(asyncio.get_running_loop().time());
          return {};
        }),
      });
    expect(await loopOver(iterable, breaks)).toEqual(['next 1', 1, 6, "'end'"]);
    expect(await loopOver(iterable, raises)).toEqual(['next 1', 1, 6, 'ValueError: body']);
  });

  test('a coroutine that is closed tells the iterator without waiting', () => {
    const iterables = [
      logging((what) => seen.push(what), { next: () => ({ value: 1 }) }),
      sync((what) => seen.push(what), { next: () => ({ value: 1 }) }),
    ];
    for (const iterable of iterables) {
      const loop = virtualLoop();
      const coroutine = _asyncio.coroutine(function* (): Generator<unknown, void> {
        yield* forAwait(iterable, function* () {
          yield new asyncio.Future({ loop });
        });
      })();
      coroutine.send(null);
      expect(coroutine.close()).toBeNull();
      loop.close();
    }
    expect(seen).toEqual(['return 0', 'return 0']);
  });

  test('a cancellation of the body closes the iterator; one of next() is the iterator’s own', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const texts: unknown[] = [];
      for (const next of [() => ({ value: 1 }), () => asyncio.sleep(9)]) {
        seen.length = 0;
        const task = asyncio.create_task(looped(logging((what) => seen.push(what), { next })));
        yield asyncio.sleep(0.5);
        task.cancel();
        try {
          yield task;
        } catch (error) {
          texts.push([errorText(error), ...seen]);
        }
      }
      return texts;
    });
    expect(await run(main())).toEqual([['CancelledError', 'return 0'], ['CancelledError']]);
  });
});
