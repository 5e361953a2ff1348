/** `aiter`, `anext`, `async_for`. The expected texts are what CPython 3.14 printed. */
import * as asyncio from 'asyncio-ts';
import { outcome, recordWarnings, settled } from '../support/outcomes';
import { Pause, catcher, collected } from '../support/stepping';
import { inEveryWay } from '../support/styles';

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Counts down, and waits for each value; Python's protocol. */
class Countdown {
  left: number;
  readonly pause: string | null;

  constructor(start: number, pause: string | null = null) {
    this.left = start;
    this.pause = pause;
  }

  __aiter__(): this {
    return this;
  }

  @asyncio.coroutine
  *__anext__(): asyncio.Gen<number> {
    if (this.pause === null) yield* asyncio.sleep(0);
    else yield* asyncio.await_(new Pause(this.pause));
    if (this.left === 0) throw new asyncio.StopAsyncIteration('end');
    this.left -= 1;
    return this.left;
  }
}

/** The same with JavaScript's protocol. */
class NativeCountdown implements AsyncIterable<number> {
  left: number;
  returned: unknown[] = [];

  constructor(start: number) {
    this.left = start;
  }

  [Symbol.asyncIterator](): AsyncIterator<number> {
    return {
      next: async () => {
        await asyncio.sleep(0);
        if (this.left === 0) return { done: true, value: undefined };
        this.left -= 1;
        return { done: false, value: this.left };
      },
      return: async () => {
        await asyncio.sleep(0);
        this.returned.push('returned');
        return { done: true, value: undefined };
      },
    };
  }
}

inEveryWay('async_for', (kit) => {
  const caught = catcher(kit);

  /** Runs through an iterable, noting the values. */
  const through = kit.coroutine(
    async (iterable: asyncio.AnyAsyncIterable<unknown>, end: (value: unknown) => unknown = () => null) =>
      await asyncio.async_for(iterable, async (value) => {
        seen.push(value);
        await asyncio.sleep(0);
        return end(value);
      }),
    function* (iterable: asyncio.AnyAsyncIterable<unknown>, end: (value: unknown) => unknown = () => null) {
      return yield* asyncio.async_for(iterable, function* (value) {
        seen.push(value);
        yield* asyncio.sleep(0);
        return end(value);
      });
    },
  );

  test('gives the body each value, of objects of both protocols', async () => {
    for (const iterable of [new Countdown(3), new NativeCountdown(3)]) {
      expect(await kit.runInTask(through(iterable))).toBeNull();
      expect(seen.splice(0)).toEqual([2, 1, 0]);
    }
  });

  test('takes bodies of every kind', async () => {
    const main = kit.coroutine(
      async () => {
        await asyncio.async_for(new Countdown(1), async (x) => void seen.push(['async', x]));
        await asyncio.async_for(new Countdown(1), (x) => void seen.push(['plain', x]));
        await asyncio.async_for(new Countdown(1), (x) => asyncio.sleep(0, seen.push(['awaitable', x])));
        await asyncio.async_for(new Countdown(1), function* (x) {
          seen.push(['generator', x, yield* asyncio.sleep(0, 'slept')]);
        });
      },
      function* () {
        yield* asyncio.async_for(new Countdown(1), async (x) => void seen.push(['async', x]));
        yield* asyncio.async_for(new Countdown(1), (x) => void seen.push(['plain', x]));
        yield* asyncio.async_for(new Countdown(1), (x) => asyncio.sleep(0, seen.push(['awaitable', x])));
        yield* asyncio.async_for(new Countdown(1), function* (x) {
          seen.push(['generator', x, yield* asyncio.sleep(0, 'slept')]);
        });
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual([
      ['async', 0],
      ['plain', 0],
      ['awaitable', 0],
      ['generator', 0, 'slept'],
    ]);
  });

  test('runs bodies of every kind over a generator of ours, which may wait itself', async () => {
    const two = asyncio.asyncgen(function* () {
      yield* asyncio.yield_(0);
      yield* asyncio.sleep(0);
      yield* asyncio.yield_(1);
    });
    const main = asyncio.coroutine(function* () {
      yield* asyncio.async_for(two(), async (x) => void seen.push(['async', x]));
      yield* asyncio.async_for(two(), (x) => void seen.push(['plain', x]));
      yield* asyncio.async_for(two(), (x) => asyncio.sleep(0, seen.push(['awaitable', x])));
      yield* asyncio.async_for(two(), (x) => [seen.push(['object', x])]);
      yield* asyncio.async_for(two(), (x) => {
        seen.push(['last', x]);
        return asyncio.BREAK;
      });
      yield* asyncio.async_for(two(), function* (x) {
        seen.push(['generator', x, yield* asyncio.sleep(0, 'slept'), yield* asyncio.sleep(0, 'again')]);
        return asyncio.BREAK;
      });
    });
    await kit.runInTask(main());
    expect(seen).toEqual([
      ...['async', 'plain', 'awaitable', 'object'].flatMap((kind) => [
        [kind, 0],
        [kind, 1],
      ]),
      ['last', 0],
      ['generator', 0, 'slept', 'again'],
    ]);
  });

  test('BREAK ends it, and a JavaScript iterator is told', async () => {
    const [ours, native] = [new Countdown(9), new NativeCountdown(9)];
    for (const iterable of [ours, native]) {
      expect(await kit.runInTask(through(iterable, (x) => (x === 7 ? asyncio.BREAK : null)))).toBeNull();
      expect(seen.splice(0)).toEqual([8, 7]);
    }
    expect([ours.left, native.returned]).toEqual([7, ['returned']]);
  });

  test('an error of the body ends it, and is not mistaken for the end of the iteration', async () => {
    const error = new asyncio.StopAsyncIteration('of the body');
    const native = new NativeCountdown(9);
    for (const iterable of [new Countdown(9), native]) {
      const raises = (): never => {
        throw error;
      };
      expect(await kit.runInTask(caught(() => through(iterable, raises)))).toBe(error);
    }
    expect(native.returned).toEqual(['returned']);
  });

  test('an error of the iterator goes to who iterates, and the iterator is not told', async () => {
    const returned = jest.fn();
    const failing = {
      [Symbol.asyncIterator]: () => ({
        next: async (): Promise<IteratorResult<number>> => {
          await asyncio.sleep(0);
          throw new asyncio.ValueError('next');
        },
        return: returned,
      }),
    };
    expect(await settled(kit.runInTask(through(failing)))).toBe('ValueError: next');
    expect(returned).not.toHaveBeenCalled();
  });

  test('a bare async function* is closed when the loop is left early, as by for await', async () => {
    async function* bare(): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) {
          await asyncio.sleep(1);
          yield i;
        }
      } finally {
        await asyncio.sleep(1);
        seen.push('closed');
      }
    }
    await kit.runInTask(through(bare(), (x) => (x === 1 ? asyncio.BREAK : null)));
    expect(seen).toEqual([0, 1, 'closed']);
  });

  test('a cancellation reaches what the iterator waits for', async () => {
    const endless = {
      __aiter__: () => endless,
      __anext__: kit.coroutine(
        async () => {
          try {
            return await asyncio.sleep(10);
          } catch (error) {
            seen.push(asyncio.repr(error));
            throw error;
          }
        },
        function* () {
          try {
            return yield* asyncio.sleep(10);
          } catch (error) {
            seen.push(asyncio.repr(error));
            throw error;
          }
        },
      ),
    };
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(through(endless));
        await asyncio.sleep(1);
        task.cancel('x');
        return await caught(task);
      },
      function* () {
        const task = asyncio.create_task(through(endless));
        yield* asyncio.sleep(1);
        task.cancel('x');
        return yield* caught(task);
      },
    );
    expect(asyncio.repr(await kit.runInTask(main()))).toBe("CancelledError('x')");
    expect(seen).toEqual(["CancelledError('x')"]);
  });

  test('anext gives the next value, or the default at the end', async () => {
    const main = kit.coroutine(
      async () => {
        for (const iterable of [new Countdown(1), new NativeCountdown(1)]) {
          const iterator = asyncio.aiter(iterable);
          seen.push(await asyncio.anext(iterator, 'end'), await asyncio.anext(iterator, 'end'));
          seen.push(await asyncio.anext(iterator, null), await caught(() => asyncio.anext(iterator)));
        }
      },
      function* () {
        for (const iterable of [new Countdown(1), new NativeCountdown(1)]) {
          const iterator = asyncio.aiter(iterable);
          seen.push(yield* asyncio.anext(iterator, 'end'), yield* asyncio.anext(iterator, 'end'));
          seen.push(yield* asyncio.anext(iterator, null), yield* caught(() => asyncio.anext(iterator)));
        }
      },
    );
    await kit.runInTask(main());
    expect(asyncio.repr(seen)).toBe(
      "[0, 'end', None, StopAsyncIteration('end'), 0, 'end', None, StopAsyncIteration()]",
    );
  });
});

describe('async_for by hand', () => {
  const start = () => asyncio.async_for(new Countdown(2, 'waiting'), (x) => void seen.push(x));

  test('is transparent to send and close', () => {
    const coroutine = start();
    expect([coroutine.send(null), coroutine.send(null), coroutine.send(null)]).toEqual(Array(3).fill('waiting'));
    expect(outcome(() => coroutine.send(null))).toBe('StopIteration');
    expect(seen).toEqual([1, 0]);
    const closed = start();
    closed.send(null);
    expect(outcome(() => closed.close())).toBe('None');
  });

  test('an error thrown in is raised where the iterator waits; StopAsyncIteration there is the end', () => {
    const coroutine = start();
    coroutine.send(null);
    expect(outcome(() => coroutine.throw(new asyncio.ValueError('q')))).toBe('ValueError: q');
    const ended = start();
    ended.send(null);
    expect(outcome(() => ended.throw(new asyncio.StopAsyncIteration('q')))).toBe('StopIteration');
  });

  test('the body gets its this by keyword', () => {
    class Sum {
      total = 0;
      of(iterable: asyncio.AnyAsyncIterable<number>) {
        function add(this: Sum, x: number): void {
          this.total += x;
        }
        return asyncio.async_for(iterable, add, { this_: this });
      }
    }
    const sum = new Sum();
    expect(collected(sum.of(new Countdown(4, 'w')))).toEqual(['w', 'w', 'w', 'w', 'w', 'returned None']);
    expect(sum.total).toBe(6);
  });
});

describe('what is no asynchronous iterator is refused', () => {
  class A1 {
    other = 1;
  }
  const bad = { __aiter__: () => new A1() };
  const lost = { __aiter__: asyncio.coroutine(function* lost() {}) };

  test('by aiter and anext', () => {
    const aiter = (value: unknown) => outcome(() => asyncio.aiter(value as never));
    const anext = (...args: unknown[]) => outcome(() => (asyncio.anext as (...given: unknown[]) => unknown)(...args));
    expect(aiter(new A1())).toBe("TypeError: 'A1' object is not an async iterable");
    expect(aiter(3)).toBe("TypeError: 'int' object is not an async iterable");
    expect(aiter(bad)).toBe("TypeError: aiter() returned not an async iterator of type 'A1'");
    expect(aiter({ __aiter__: () => 3 })).toBe("TypeError: aiter() returned not an async iterator of type 'int'");
    expect(outcome(() => (asyncio.aiter as () => unknown)())).toBe(
      'TypeError: aiter() takes exactly one argument (0 given)',
    );
    expect(anext(new A1())).toBe("TypeError: 'A1' object is not an async iterator");
    expect(anext(null)).toBe("TypeError: 'NoneType' object is not an async iterator");
    expect(anext()).toBe('TypeError: anext expected at least 1 argument, got 0');
    expect(anext(1, 2, 3)).toBe('TypeError: anext expected at most 2 arguments, got 3');
    expect(anext({ __anext__: () => 5 })).toBe('5');
    expect(collected(asyncio.anext({ __anext__: () => 5 } as never, 1))).toEqual([
      "TypeError: 'int' object can't be awaited",
    ]);
  });

  test('by async_for', () => {
    const drive = (value: unknown) => collected(asyncio.async_for(value as never, () => null)).join();
    expect(drive(new A1())).toBe("TypeError: 'async for' requires an object with __aiter__ method, got A1");
    expect(drive([1])).toBe("TypeError: 'async for' requires an object with __aiter__ method, got list");
    expect(drive(null)).toBe("TypeError: 'async for' requires an object with __aiter__ method, got NoneType");
    const text = "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: ";
    expect(drive(bad)).toBe(`${text}A1`);
    const warnings = recordWarnings();
    expect(drive(lost)).toBe(`${text}coroutine`);
    expect(warnings).toEqual([]);
    const nothing = { __aiter__: () => nothing, __anext__: () => 5 };
    let caught: unknown = null;
    try {
      asyncio.async_for(nothing as never, () => null).send(null);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({
      message: "'async for' received an invalid object from __anext__: int",
      cause: { message: "'int' object can't be awaited" },
    });
    expect(outcome(() => asyncio.async_for(nothing as never, 3 as never))).toBe(
      "TypeError: 'int' object is not callable",
    );
  });
});

describe('anext with a default', () => {
  test('is an awaitable of its own kind, which is awaited once', () => {
    const awaitable = asyncio.anext(new Countdown(0, 'w'), 'd');
    expect(asyncio.repr(awaitable)).toMatch(/^<anext_awaitable object at 0x/);
    expect(asyncio.iscoroutine(awaitable)).toBe(true);
    expect(collected(awaitable)).toEqual(['w', "returned 'd'"]);
    expect(collected(awaitable)).toEqual(['RuntimeError: cannot reuse already awaited coroutine']);
  });

  test('takes a StopAsyncIteration that is thrown in for the end', () => {
    const awaitable = asyncio.anext(new Countdown(1, 'w'), 'd');
    expect(awaitable.send(null)).toBe('w');
    expect(outcome(() => awaitable.throw(new asyncio.StopAsyncIteration('y')))).toBe('StopIteration: d');
    const closed = asyncio.anext(new Countdown(1, 'w'), 'd');
    closed.send(null);
    expect(outcome(() => closed.close())).toBe('None');
  });

  test('is not itself reported when nobody awaits it, but what it wraps is', async () => {
    const warnings = recordWarnings();
    const main = asyncio.coroutine(function* () {
      asyncio.anext(new Countdown(1), 'd');
      yield* asyncio.sleep(0);
    });
    await asyncio.run(main());
    expect(warnings).toEqual(["RuntimeWarning: coroutine '__anext__' was never awaited"]);
  });
});

describe('aiter of a JavaScript iterable', () => {
  test('is an iterator with Python’s protocol', async () => {
    const main = asyncio.coroutine(async () => {
      const iterator = asyncio.aiter(new NativeCountdown(2));
      expect(iterator.__aiter__()).toBe(iterator);
      return [
        await asyncio.anext(iterator),
        await asyncio.anext(iterator, 'end'),
        await asyncio.anext(iterator, 'end'),
      ];
    });
    expect(await asyncio.run(main())).toEqual([1, 0, 'end']);
  });

  test('may give its results without a promise, or as a coroutine of ours', async () => {
    const source = (results: unknown[]) => ({
      [Symbol.asyncIterator]: () => ({ next: () => results.shift() as never }),
    });
    const plain = source([
      { done: false, value: 1 },
      asyncio.sleep(0, { done: false, value: 2 }),
      Promise.resolve({ done: false, value: 3 }),
      { done: true, value: 4 },
    ]);
    const main = asyncio.coroutine(function* () {
      yield* asyncio.async_for(plain, (x) => void seen.push(x));
    });
    await asyncio.run(main());
    expect(seen).toEqual([1, 2, 3]);
    const wrong = asyncio.coroutine(function* () {
      yield* asyncio.async_for(source([5]), (x) => void seen.push(x));
    });
    expect(await settled(asyncio.run(wrong()))).toBe('TypeError: Iterator result 5 is not an object');
  });
});
