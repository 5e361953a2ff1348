/** `await_`, and awaiting what is neither coroutine nor future. */
import * as asyncio from 'asyncio-ts';
import { errorText, outcome, recordWarnings, settled } from '../support/outcomes';
import { Pause, catcher, collected } from '../support/stepping';
import { inEveryWay } from '../support/styles';

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Python's protocol of awaitables. */
class Own {
  readonly delay: number;

  constructor(delay: number) {
    this.delay = delay;
  }

  *__await__(): Generator<unknown, string, unknown> {
    try {
      yield* asyncio.sleep(this.delay);
    } catch (error) {
      seen.push(asyncio.repr(error));
      throw error;
    }
    return 'own';
  }
}

inEveryWay('await_', (kit) => {
  const caught = catcher(kit);

  test('awaits whatever can be awaited', async () => {
    const values = (): unknown[] => [
      asyncio.sleep(0, 'coroutine'),
      asyncio.create_task(asyncio.sleep(1, 'task')),
      new Own(1),
      Promise.resolve('promise'),
      { then: (resolve: (value: string) => void) => resolve('thenable') },
    ];
    const main = kit.coroutine(
      async () => {
        for (const value of values()) seen.push(await asyncio.await_(value as never));
      },
      function* () {
        for (const value of values()) seen.push(yield* asyncio.await_(value as never));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['coroutine', 'task', 'own', 'promise', 'thenable']);
  });

  test('an object of one’s own is awaited inline, and a cancellation is raised in it', async () => {
    const work = kit.coroutine(
      async () => await asyncio.await_(new Own(10)),
      function* () {
        return yield* asyncio.await_(new Own(10));
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        await asyncio.sleep(1);
        task.cancel('x');
        seen.push(asyncio.repr(await caught(task)));
      },
      function* () {
        const task = asyncio.create_task(work());
        yield* asyncio.sleep(1);
        task.cancel('x');
        seen.push(asyncio.repr(yield* caught(task)));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(["CancelledError('x')", "CancelledError('x')"]);
  });

  test('a cancellation ends the wait for a promise at once', async () => {
    const work = kit.coroutine(
      async () => await asyncio.await_(new Promise(() => undefined)),
      function* () {
        return yield* asyncio.await_(new Promise(() => undefined));
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        await asyncio.sleep(1);
        task.cancel('x');
        seen.push(asyncio.repr(await caught(task)), asyncio.get_running_loop().time());
      },
      function* () {
        const task = asyncio.create_task(work());
        yield* asyncio.sleep(1);
        task.cancel('x');
        seen.push(asyncio.repr(yield* caught(task)), asyncio.get_running_loop().time());
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(["CancelledError('x')", 1]);
  });

  test('a cancellation that came before the wait, and one that is swallowed', async () => {
    const work = kit.coroutine(
      async () => {
        asyncio.current_task()?.cancel('early');
        seen.push(asyncio.repr(await caught(() => asyncio.await_(new Promise(() => undefined)))));
        return await asyncio.await_(Promise.resolve('went on'));
      },
      function* () {
        asyncio.current_task()?.cancel('early');
        seen.push(asyncio.repr(yield* caught(() => asyncio.await_(new Promise(() => undefined)))));
        return yield* asyncio.await_(Promise.resolve('went on'));
      },
    );
    expect(await kit.runInTask(work())).toBe('went on');
    expect(seen).toEqual(["CancelledError('early')"]);
  });

  test('the awaits of a plain async function that is awaited belong to the task', async () => {
    async function plain() {
      try {
        seen.push(asyncio.current_task()?.get_name());
        await asyncio.sleep(1);
        seen.push(asyncio.current_task()?.get_name());
        await asyncio.create_task(asyncio.sleep(10));
      } catch (error) {
        seen.push(asyncio.repr(error));
        await asyncio.sleep(1);
        throw error;
      }
    }
    const work = kit.coroutine(
      async () => await plain(),
      function* () {
        yield* asyncio.await_(plain());
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work(), { name: 'work' });
        await asyncio.sleep(2);
        task.cancel('x');
        seen.push(asyncio.repr(await caught(task)), asyncio.get_running_loop().time());
      },
      function* () {
        const task = asyncio.create_task(work(), { name: 'work' });
        yield* asyncio.sleep(2);
        task.cancel('x');
        seen.push(asyncio.repr(yield* caught(task)), asyncio.get_running_loop().time());
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['work', 'work', "CancelledError('x')", "CancelledError('x')", 3]);
  });

  test('a plain async function that is spawned is refused, with the cure', async () => {
    const plain = async () => {
      await Promise.resolve();
    };
    const main = kit.coroutine(
      async () => seen.push(outcome(() => asyncio.create_task(plain()))),
      function* () {
        yield* [];
        return seen.push(outcome(() => asyncio.create_task(plain())));
      },
    );
    await kit.runInTask(main());
    expect(seen[0]).toMatch(
      /^TypeError: a coroutine was expected, got <Promise object at 0x\w+>: an async function that/,
    );
    expect(seen[0]).toMatch(/asyncio\.coroutine\(async/);
  });

  test('what can’t be awaited is refused', async () => {
    const refusals = (): unknown[] =>
      [3, null, 's', [1], () => 1, Own, (function* () {})(), (async function* () {})()].map((value) =>
        outcome(() => asyncio.await_(value as never)),
      );
    const main = kit.coroutine(
      async () => refusals(),
      function* () {
        yield* [];
        return refusals();
      },
    );
    expect(await kit.runInTask(main())).toEqual(
      ['int', 'NoneType', 'str', 'list', 'function', 'type', 'generator', 'async_generator'].map(
        (type) => `TypeError: '${type}' object can't be awaited`,
      ),
    );
  });
});

describe('an object with __await__', () => {
  const drive = (returned: unknown): string => collected(asyncio.await_({ __await__: () => returned } as never)).join();

  test('has to return an iterator', () => {
    expect(drive(3)).toBe("TypeError: __await__() returned non-iterator of type 'int'");
    expect(drive([1])).toBe("TypeError: __await__() returned non-iterator of type 'list'");
    const warnings = recordWarnings();
    const coroutine = asyncio.sleep(0);
    expect(drive(coroutine)).toBe('TypeError: __await__() returned a coroutine');
    coroutine.close();
    expect(warnings).toEqual([]);
    expect(outcome(() => asyncio.await_({ __await__: null } as never))).toBe(
      "TypeError: 'NoneType' object is not callable",
    );
    const raising = {
      __await__() {
        throw new asyncio.KeyError('in await');
      },
    };
    expect(collected(asyncio.await_(raising as never))).toEqual(["KeyError: 'in await'"]);
  });

  test('may return an iterator without throw and return', () => {
    const make = () => asyncio.await_({ __await__: () => [1, 2][Symbol.iterator]() }) as asyncio.Coroutine;
    expect(collected(make())).toEqual(['1', '2', 'returned None']);
    const thrown = make();
    thrown.send(null);
    expect(outcome(() => thrown.throw(new asyncio.KeyError('q')))).toBe("KeyError: 'q'");
    const closed = make();
    closed.send(null);
    expect([outcome(() => closed.close()), asyncio.inspect.getcoroutinestate(closed)]).toEqual(['None', 'CORO_CLOSED']);
  });

  test('may end as Python’s iterators do; a generator may not', () => {
    const stop = () => {
      throw new asyncio.StopIteration('python');
    };
    expect(drive({ next: stop })).toBe("returned 'python'");
    const generator = (function* () {
      yield 'a';
      stop();
    })();
    expect(drive(generator)).toBe('a,RuntimeError: generator raised StopIteration');
  });

  test('is asked when the await begins, once', () => {
    const asked = jest.fn(() => [][Symbol.iterator]());
    const awaited = asyncio.await_({ __await__: asked });
    expect(asked).not.toHaveBeenCalled();
    expect(collected(awaited)).toEqual(['returned None']);
    expect(collected(awaited)).toEqual(['RuntimeError: cannot reuse already awaited coroutine']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('shows in cr_await by its iterator', () => {
    const outer = asyncio.coroutine(function* () {
      yield* asyncio.await_(new Pause('x'));
    })();
    outer.send(null);
    expect(asyncio.repr(outer.cr_await)).toMatch(/^<generator object at/);
    outer.close();
  });

  test('is taken by ensure_future and run, by the name of CPython’s wrapper', async () => {
    const main = asyncio.coroutine(async () => {
      const task = asyncio.ensure_future(new Own(0));
      seen.push(asyncio.repr(task).replace(/Task-\d+/, 'T'));
      return [await task, await asyncio.gather(new Own(0))];
    });
    expect(await asyncio.run(main())).toEqual(['own', ['own']]);
    expect(seen[0]).toMatch(/^<Task pending name='T' coro=<ensure_future\.<locals>\._wrap_awaitable\(\) running/);
    expect(await asyncio.run(new Own(0))).toBe('own');
  });
});

describe('an object with Python’s protocol of coroutines', () => {
  class Fake {
    turns: number;
    received: unknown[] = [];
    closed = false;

    constructor(turns: number) {
      this.turns = turns;
    }

    send(value: unknown): unknown {
      this.received.push(value);
      if (this.turns === 0) throw new asyncio.StopIteration('fake');
      this.turns -= 1;
      return null;
    }

    throw(exception: Error): unknown {
      this.received.push(errorText(exception));
      throw exception;
    }

    close(): void {
      this.closed = true;
    }

    __await__(): Iterator<unknown, string, unknown> {
      return { next: () => ({ done: true, value: 'awaited' }) };
    }
  }

  test('counts as a coroutine', () => {
    expect(asyncio.iscoroutine(new Fake(0))).toBe(true);
    expect(asyncio.inspect.iscoroutine(new Fake(0))).toBe(false);
    const { send, ...rest } = { send: 1, throw: () => 1, close: () => 1, __await__: () => 1 };
    expect([asyncio.iscoroutine(rest), asyncio.iscoroutine({ ...rest, send })]).toEqual([false, false]);
  });

  test('is driven by a task, and awaited by its __await__', async () => {
    const fake = new Fake(2);
    const main = asyncio.coroutine(async () => {
      const task = asyncio.create_task(fake as never);
      seen.push(asyncio.repr(task).replace(/Task-\d+/, 'T'));
      return [await task, await asyncio.await_(new Fake(0))];
    });
    expect(await asyncio.run(main())).toEqual(['fake', 'awaited']);
    expect(fake.received).toEqual([null, null, null]);
    expect(seen).toEqual(["<Task pending name='T' coro=<<Fake without __name__>()>>"]);
  });

  test('is told of a cancellation', async () => {
    const fake = new Fake(9);
    const main = asyncio.coroutine(async () => {
      const task = asyncio.ensure_future(fake);
      await asyncio.sleep(0);
      task.cancel('x');
      return await settled(task);
    });
    expect(await asyncio.run(main())).toBe('CancelledError: x');
    expect(fake.received.at(-1)).toBe('CancelledError: x');
  });
});

describe('await_', () => {
  test('returns coroutines and futures as they are', async () => {
    const main = asyncio.coroutine(async () => {
      const coroutine = asyncio.sleep(0);
      const task = asyncio.create_task(asyncio.sleep(0));
      expect(asyncio.await_(coroutine) === coroutine).toBe(true);
      expect(asyncio.await_(task) === task).toBe(true);
      await asyncio.gather(coroutine, task);
    });
    await asyncio.run(main());
  });

  test('the result of a decorated method keeps its type', async () => {
    class Service {
      @asyncio.coroutine
      *generator(x: number) {
        yield* asyncio.sleep(0);
        return x;
      }

      @asyncio.coroutine
      async native(x: number) {
        await asyncio.sleep(0);
        return x;
      }
    }
    const service = new Service();
    const main = asyncio.coroutine(async () => {
      const one: number = await asyncio.await_(service.generator(1));
      const two: number = await service.native(2);
      const three: number = await asyncio.ensure_future(service.generator(3));
      const four: number[] = await asyncio.gather(service.generator(4), service.native(4));
      const five: number = await asyncio.create_task(service.generator(5));
      const six: number = await asyncio.create_task(service.native(6), { name: 'six' });
      return [one, two, three, four, five, six];
    });
    expect(await asyncio.run(main())).toEqual([1, 2, 3, [4, 4], 5, 6]);
    expect(await asyncio.run(service.generator(5))).toBe(5);
  });

  test('one that is never awaited is reported', async () => {
    const warnings = recordWarnings();
    const main = asyncio.coroutine(function* () {
      asyncio.await_(new Pause('x'));
      yield* asyncio.sleep(0);
    });
    await asyncio.run(main());
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'await_' was never awaited"]);
  });
});

describe('a thenable that behaves badly', () => {
  const awaited = (thenable: PromiseLike<unknown>) =>
    asyncio.run(
      asyncio.coroutine(function* (): Generator<unknown, unknown> {
        return yield* asyncio.await_(thenable);
      }),
    );

  test('raises what its `then` throws', async () => {
    const thenable = {
      then(): never {
        throw new asyncio.ValueError('then');
      },
    };
    await expect(awaited(thenable as never)).rejects.toThrow('then');
  });

  test('counts with its first answer', async () => {
    const thenable = {
      then(resolve: (value: number) => void, reject: (error: unknown) => void) {
        resolve(1);
        resolve(2);
        reject(new asyncio.ValueError('late'));
      },
    };
    expect(await awaited(thenable as never)).toBe(1);
  });

  test('is followed when it gives another one', async () => {
    const inner = { then: (resolve: (value: string) => void) => resolve('inner') };
    expect(await awaited({ then: (resolve: (value: unknown) => void) => resolve(inner) } as never)).toBe('inner');
  });
});
