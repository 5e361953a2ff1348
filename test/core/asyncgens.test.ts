/** Asynchronous generators in a loop; what their steps do by hand is in asyncgen_steps.test.ts. */
import * as asyncio from 'asyncio-ts';
import { sweepAllReports } from '#asyncio/core/common/reports';
import { errorText, recordWarnings, settled } from '../support/outcomes';
import { catcher } from '../support/stepping';
import { inEveryWay, virtualLoop } from '../support/styles';

const { getasyncgenstate } = asyncio.inspect;

afterEach(() => {
  jest.restoreAllMocks();
});

inEveryWay('asynchronous generators', (kit) => {
  /** Makes an asynchronous generator function of one of the two bodies, which say the same in the two styles. */
  function generator<A extends unknown[], T>(
    wrapped: (...args: A) => globalThis.AsyncGenerator<T, void, unknown>,
    steps: (...args: A) => Generator<unknown, void, unknown>,
    name = 'work',
  ): (...args: A) => asyncio.AsyncGenerator<T> {
    const body: unknown = kit.style === 'generator' ? steps : wrapped;
    Object.defineProperty(body, 'name', { value: name });
    return asyncio.asyncgen(body as typeof wrapped);
  }

  const seen: unknown[] = [];

  beforeEach(() => {
    seen.length = 0;
  });

  const count = generator(
    async function* (n: number, what = 'work') {
      try {
        for (let i = 0; i < n; i++) {
          await asyncio.sleep(1);
          yield i;
        }
      } finally {
        seen.push(`${what} cleans up`);
        await asyncio.sleep(0);
        seen.push(`${what} is clean`);
      }
    },
    function* (n: number, what = 'work') {
      try {
        for (let i = 0; i < n; i++) {
          yield* asyncio.sleep(1);
          yield* asyncio.yield_(i);
        }
      } finally {
        seen.push(`${what} cleans up`);
        yield* asyncio.sleep(0);
        seen.push(`${what} is clean`);
      }
    },
    'count',
  );

  const failing = generator(
    async function* (error: Error) {
      try {
        yield 1;
      } finally {
        throw error;
      }
    },
    function* (error: Error) {
      try {
        yield* asyncio.yield_(1);
      } finally {
        throw error;
      }
    },
    'failing',
  );

  const caught = catcher(kit);

  /** Awaits what a function gives, and takes down its repr or its error. */
  const ask = kit.coroutine(
    async (what: () => unknown) => void seen.push(asyncio.repr(await caught(what))),
    function* (what: () => unknown) {
      seen.push(asyncio.repr(yield* caught(what)));
    },
  );

  test('leaving the loop early leaves the generator suspended', async () => {
    const main = kit.coroutine(
      async () => {
        const work = count(3);
        for await (const i of work) {
          seen.push(i);
          break;
        }
        seen.push(getasyncgenstate(work));
        for await (const i of work) seen.push(i);
        seen.push(getasyncgenstate(work));
      },
      function* () {
        const work = count(3);
        yield* asyncio.async_for(work, function* (i) {
          seen.push(i);
          return asyncio.BREAK;
        });
        seen.push(getasyncgenstate(work));
        yield* asyncio.async_for(work, (i) => void seen.push(i));
        seen.push(getasyncgenstate(work));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual([0, 'AGEN_SUSPENDED', 1, 2, 'work cleans up', 'work is clean', 'AGEN_CLOSED']);
  });

  test('the states are exact at every moment', async () => {
    const states = generator(
      async function* () {
        seen.push(getasyncgenstate(self));
        await asyncio.sleep(1);
        seen.push(getasyncgenstate(self));
        yield 1;
      },
      function* () {
        seen.push(getasyncgenstate(self));
        yield* asyncio.sleep(1);
        seen.push(getasyncgenstate(self));
        yield* asyncio.yield_(1);
      },
    );
    const self = states();
    const main = kit.coroutine(
      async () => {
        seen.push(getasyncgenstate(self));
        const step = asyncio.ensure_future(self.__anext__());
        seen.push('scheduled', getasyncgenstate(self), self.ag_running);
        await asyncio.sleep(0);
        seen.push(getasyncgenstate(self), self.ag_running);
        seen.push(await step, getasyncgenstate(self), self.ag_running);
        seen.push(await asyncio.anext(self, 'end'), getasyncgenstate(self));
      },
      function* () {
        seen.push(getasyncgenstate(self));
        const step = asyncio.ensure_future(self.__anext__());
        seen.push('scheduled', getasyncgenstate(self), self.ag_running);
        yield* asyncio.sleep(0);
        seen.push(getasyncgenstate(self), self.ag_running);
        seen.push(yield* step, getasyncgenstate(self), self.ag_running);
        seen.push(yield* asyncio.anext(self, 'end'), getasyncgenstate(self));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual([
      'AGEN_CREATED',
      ...(kit.eager
        ? ['AGEN_RUNNING', 'scheduled', 'AGEN_RUNNING', true]
        : ['scheduled', 'AGEN_CREATED', false, 'AGEN_RUNNING']),
      ...['AGEN_RUNNING', true],
      ...['AGEN_RUNNING', 1, 'AGEN_SUSPENDED', false, 'end', 'AGEN_CLOSED'],
    ]);
  });

  test('one that is busy refuses a second task', async () => {
    const work = count(2);
    const main = kit.coroutine(
      async () => {
        await asyncio.gather(
          ask(() => work.__anext__()),
          ask(() => work.__anext__()),
          ask(() => work.aclose()),
        );
      },
      function* () {
        yield* asyncio.gather(
          ask(() => work.__anext__()),
          ask(() => work.__anext__()),
          ask(() => work.aclose()),
        );
      },
    );
    await kit.runInTask(main());
    expect(seen.slice(0, 3)).toEqual([
      "RuntimeError('anext(): asynchronous generator is already running')",
      "RuntimeError('aclose(): asynchronous generator is already running')",
      '0',
    ]);
  });

  test('a step may be scheduled as a task, once', async () => {
    const main = kit.coroutine(
      async () => {
        const work = count(9);
        const step = work.__anext__();
        const task = asyncio.create_task(step);
        seen.push(await task, await asyncio.gather(work.__anext__()), asyncio.repr(task));
        await ask(() => step);
        const closed = work.aclose();
        await closed;
        await ask(() => closed);
      },
      function* () {
        const work = count(9);
        const step = work.__anext__();
        const task = asyncio.create_task(step);
        seen.push(yield* task, yield* asyncio.gather(work.__anext__()), asyncio.repr(task));
        yield* ask(() => step);
        const closed = work.aclose();
        yield* closed;
        yield* ask(() => closed);
      },
    );
    await kit.runInTask(main());
    expect(seen.slice(0, 2)).toEqual([0, [1]]);
    expect(seen[2]).toMatch(/^<Task finished name='Task-\d+' coro=<<async_generator_asend without __name__>\(\)>/);
    expect(seen[3]).toBe("RuntimeError('cannot reuse already awaited __anext__()/asend()')");
    expect(seen[6]).toBe("RuntimeError('cannot reuse already awaited aclose()/athrow()')");
  });

  test('a step without a wait ends with its eager start', async () => {
    const plain = generator(
      async function* () {
        yield 'first';
      },
      function* () {
        yield* asyncio.yield_('first');
      },
    );
    const main = kit.coroutine(
      async () => {
        const work = plain();
        const task = asyncio.create_task(work.__anext__(), { name: 'T' });
        seen.push(task.done(), getasyncgenstate(work), await task, getasyncgenstate(work));
      },
      function* () {
        const work = plain();
        const task = asyncio.create_task(work.__anext__(), { name: 'T' });
        seen.push(task.done(), getasyncgenstate(work), yield* task, getasyncgenstate(work));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual([
      ...(kit.eager ? [true, 'AGEN_SUSPENDED'] : [false, 'AGEN_CREATED']),
      ...['first', 'AGEN_SUSPENDED'],
    ]);
  });

  test('a cancellation is raised where the body waits, and ends it', async () => {
    const watchful = generator(
      async function* () {
        try {
          await asyncio.sleep(10);
          yield 1;
        } catch (error) {
          seen.push(asyncio.repr(error));
          throw error;
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(10);
          yield* asyncio.yield_(1);
        } catch (error) {
          seen.push(asyncio.repr(error));
          throw error;
        }
      },
    );
    const work = watchful();
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(ask(() => work.__anext__()));
        await asyncio.sleep(0);
        task.cancel('why');
        await asyncio.gather(task, { return_exceptions: true });
        seen.push(getasyncgenstate(work));
        await ask(() => work.__anext__());
      },
      function* () {
        const task = asyncio.create_task(ask(() => work.__anext__()));
        yield* asyncio.sleep(0);
        task.cancel('why');
        yield* asyncio.gather(task, { return_exceptions: true });
        seen.push(getasyncgenstate(work));
        yield* ask(() => work.__anext__());
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(["CancelledError('why')", "CancelledError('why')", 'AGEN_CLOSED', 'StopAsyncIteration()']);
  });

  test('generators within generators', async () => {
    const flat = generator(
      async function* () {
        for await (const outer of count(2, 'outer')) {
          for await (const inner of count(2, 'inner')) yield [outer, inner];
        }
      },
      function* () {
        yield* asyncio.async_for(count(2, 'outer'), function* (outer) {
          yield* asyncio.async_for(count(2, 'inner'), function* (inner) {
            yield* asyncio.yield_([outer, inner]);
          });
        });
      },
    );
    const main = kit.coroutine(
      async () => {
        for await (const pair of flat()) seen.push(pair);
      },
      function* () {
        yield* asyncio.async_for(flat(), (pair) => void seen.push(pair));
      },
    );
    await kit.runInTask(main());
    const inner = ['inner cleans up', 'inner is clean'];
    expect(seen).toEqual([
      ...[[0, 0], [0, 1], ...inner],
      ...[[1, 0], [1, 1], ...inner],
      ...['outer cleans up', 'outer is clean'],
    ]);
  });

  test('the loop closes those that are left at its end, all at once', async () => {
    const kept = [count(2, 'a'), count(2, 'b')];
    const main = kit.coroutine(
      async () => {
        for (const work of kept) await work.__anext__();
        seen.push('main ends');
      },
      function* () {
        for (const work of kept) yield* work.__anext__();
        seen.push('main ends');
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['main ends', 'a cleans up', 'b cleans up', 'a is clean', 'b is clean']);
    expect(kept.map(getasyncgenstate)).toEqual(['AGEN_CLOSED', 'AGEN_CLOSED']);
  });

  test('an error while the loop closes them goes to the exception handler, a cancellation does not', async () => {
    const stubborn = generator(
      async function* () {
        for (;;) {
          try {
            yield 1;
          } catch {
            seen.push('ignored');
          }
        }
      },
      function* () {
        for (;;) {
          try {
            yield* asyncio.yield_(1);
          } catch {
            seen.push('ignored');
          }
        }
      },
      'stubborn',
    );
    const kept = [failing(new asyncio.ValueError('v')), failing(new asyncio.CancelledError('c')), stubborn()];
    const main = kit.coroutine(
      async () => {
        for (const work of kept) await work.__anext__();
        asyncio.get_running_loop().set_exception_handler((_loop, context) => seen.push(context));
      },
      function* () {
        for (const work of kept) yield* work.__anext__();
        asyncio.get_running_loop().set_exception_handler((_loop, context) => seen.push(context));
      },
    );
    await kit.runInTask(main());
    const text = 'an error occurred during closing of asynchronous generator ';
    expect(seen).toEqual([
      'ignored',
      {
        message: text + asyncio.repr(kept[0]),
        exception: expect.objectContaining({ name: 'ValueError', message: 'v' }) as unknown,
        asyncgen: expect.anything() as unknown,
      },
      {
        message: text + asyncio.repr(kept[2]),
        exception: expect.objectContaining({
          name: 'RuntimeError',
          message: 'async generator ignored GeneratorExit',
        }) as unknown,
        asyncgen: expect.anything() as unknown,
      },
    ]);
    expect(asyncio.repr((seen[1] as { asyncgen: unknown }).asyncgen)).toBe(asyncio.repr(kept[0]));
  });

  test('one that begins after shutdown_asyncgens is warned of at the making of its first step', async () => {
    const warnings = recordWarnings();
    const work = count(1);
    const main = kit.coroutine(
      async () => {
        await asyncio.get_running_loop().shutdown_asyncgens();
        const step = work.__anext__();
        seen.push(warnings.length);
        await step;
        await work.aclose();
      },
      function* () {
        yield* asyncio.get_running_loop().shutdown_asyncgens();
        const step = work.__anext__();
        seen.push(warnings.length);
        yield* step;
        yield* work.aclose();
      },
    );
    await kit.runInTask(main());
    expect(seen[0]).toBe(1);
    expect(warnings).toEqual([
      `ResourceWarning: asynchronous generator ${asyncio.repr(work)} was scheduled after loop.shutdown_asyncgens() call`,
    ]);
  });

  test('steps that were never awaited are warned of when the loop ends', async () => {
    const warnings = recordWarnings();
    const main = kit.coroutine(
      async () => {
        const work = count(1);
        void [work.__anext__(), work.athrow(asyncio.ValueError), work.aclose()];
        await asyncio.sleep(0);
      },
      function* () {
        const work = count(1);
        void [work.__anext__(), work.athrow(asyncio.ValueError), work.aclose()];
        yield* asyncio.sleep(0);
      },
    );
    await kit.runInTask(main());
    expect(warnings.map((text) => text.split('\n')[0])).toEqual(
      ['asend', 'athrow', 'aclose'].map(
        (method) => `RuntimeWarning: coroutine method '${method}' of 'count' was never awaited`,
      ),
    );
  });

  test('an error that a coroutine raises for the end of an iteration is told apart from the end', async () => {
    const ended = kit.coroutine(
      async () => {
        await asyncio.sleep(0);
        throw new asyncio.StopAsyncIteration('inner');
      },
      function* () {
        yield* asyncio.sleep(0);
        throw new asyncio.StopAsyncIteration('inner');
      },
    );
    const awaiting = generator(
      async function* () {
        await ended();
        yield 1;
      },
      function* () {
        yield* ended();
        yield* asyncio.yield_(1);
      },
    );
    const main = kit.coroutine(
      async () => {
        for await (const i of awaiting()) seen.push(i);
      },
      function* () {
        yield* asyncio.async_for(awaiting(), (i) => void seen.push(i));
      },
    );
    expect(await settled(kit.runInTask(main()))).toBe('RuntimeError: async generator raised StopAsyncIteration');
  });
});

describe('asyncgen', () => {
  test('forwards this and the arguments, keeps the names, and marks the function for good', () => {
    class Shelf {
      books = ['a', 'b'];

      @asyncio.asyncgen
      *reading(from: number) {
        for (const book of this.books.slice(from)) yield* asyncio.yield_(book);
      }

      @asyncio.asyncgen
      async *natively(from: number) {
        for (const book of this.books.slice(from)) yield book;
      }
    }
    const shelf = new Shelf();
    for (const method of [shelf.reading, shelf.natively]) {
      expect(asyncio.inspect.isasyncgenfunction(method)).toBe(true);
      expect(asyncio.inspect.isasyncgenfunction(method.bind(shelf))).toBe(true);
      expect(asyncio.inspect.iscoroutinefunction(method)).toBe(false);
    }
    expect(shelf.reading.name).toBe('reading');
    const made: unknown = shelf.reading(1);
    expect(made).toBeInstanceOf(asyncio.AsyncGenerator);
    expect(asyncio.repr(made)).toMatch(/^<async_generator object reading at 0x/);
    expect((made as asyncio.AsyncGenerator).__anext__().__await__().next()).toEqual({ done: true, value: 'b' });
  });

  test("is a decorator of TypeScript's older kind as well", () => {
    const descriptor = {
      *value(this: { x: number }) {
        yield* asyncio.yield_(this.x);
      },
      configurable: true,
    };
    const decorated = asyncio.asyncgen({}, 'value', descriptor);
    expect(decorated.configurable).toBe(true);
    const made = (decorated.value as () => asyncio.AsyncGenerator).call({ x: 7 });
    expect(made.__anext__().__await__().next()).toEqual({ done: true, value: 7 });
  });

  test('leaves alone what it has made, and refuses other functions', () => {
    const once = asyncio.asyncgen(function* () {
      yield* asyncio.yield_(1);
    });
    expect(asyncio.asyncgen(once as never)).toBe(once);
    const text = 'TypeError: a generator function was expected by asyncio.asyncgen(), got ';
    for (const wrong of [3, asyncio.coroutine(function* () {}), async () => {}]) {
      let caught: unknown = null;
      try {
        asyncio.asyncgen(wrong as never);
      } catch (error) {
        caught = error;
      }
      expect(errorText(caught)).toBe(text + asyncio.repr(wrong));
    }
    // What a plain function returns is known only at the call: it may have been compiled down.
    const plain = asyncio.asyncgen((() => 3) as never) as () => unknown;
    expect(plain).toThrow(/a generator was expected from <function/);
  });

  test('takes a bare yield of yield_ as well, and delegation to a helper', async () => {
    function* helper() {
      yield* asyncio.yield_('helper');
    }
    const mixed = asyncio.asyncgen(function* () {
      const sent = (yield asyncio.yield_('bare')) as unknown;
      yield* asyncio.sleep(0);
      yield* helper();
      yield* asyncio.yield_(sent);
    });
    const main = asyncio.coroutine(function* () {
      const work = mixed();
      return [
        yield* work.asend(null),
        yield* work.asend('sent'),
        yield* work.__anext__(),
        yield* asyncio.anext(work, 'end'),
      ];
    });
    expect(await asyncio.run(main())).toEqual(['bare', 'helper', 'sent', 'end']);
  });

  test('carries the type of the values to the loop', async () => {
    const numbers = asyncio.asyncgen(function* () {
      yield* asyncio.sleep(0);
      yield* asyncio.yield_(1);
      yield* asyncio.yield_('two');
    });
    const native = asyncio.asyncgen(async function* () {
      yield 1.5;
    });
    const main = asyncio.coroutine(async () => {
      const seen: (number | string)[] = [];
      for await (const x of numbers()) seen.push(x);
      let sum = 0;
      for await (const x of native()) sum += x;
      return [...seen, sum];
    });
    expect(await asyncio.run(main())).toEqual([1, 'two', 1.5]);
  });
});

describe('a native body', () => {
  test('may delegate to a generator of ours by yield*', async () => {
    const inner = asyncio.asyncgen(function* () {
      const seen: unknown[] = [];
      for (let i = 0; i < 3; i++) {
        try {
          seen.push(yield* asyncio.yield_(i));
        } catch (error) {
          seen.push(asyncio.repr(error));
        }
      }
      yield* asyncio.yield_(seen);
    });
    const outer = asyncio.asyncgen(async function* (): globalThis.AsyncGenerator<unknown, void, unknown> {
      yield* inner();
      yield 'after';
    });
    const main = asyncio.coroutine(async () => {
      const work = outer();
      const values = [await work.asend(null), await work.asend('a'), await work.athrow(new asyncio.KeyError('k'))];
      return [...values, await work.asend('b'), await work.asend(null)];
    });
    expect(await asyncio.run(main())).toEqual([0, 1, 2, ['a', "KeyError('k')", 'b'], 'after']);
  });

  test('can be begun by a task only, and is none the worse for the attempt by hand', async () => {
    const native = asyncio.asyncgen(async function* () {
      yield 1;
    });
    const work = native();
    expect(() => work.__anext__().send(null)).toThrow(asyncio.NotImplementedError);
    expect([getasyncgenstate(work), work.ag_running]).toEqual(['AGEN_CREATED', false]);
    expect(await asyncio.run(() => asyncio.anext(work))).toBe(1);
  });

  test('that another one iterates is seen through its step', async () => {
    const native = asyncio.asyncgen(async function* numbers() {
      yield 1;
      await asyncio.sleep(1);
      yield 2;
    });
    const iterates = asyncio.coroutine(async (work: AsyncIterable<number>) => {
      const values: number[] = [];
      for await (const value of work) values.push(value);
      return values;
    });
    const main = asyncio.coroutine(async () => {
      const work = native();
      const task = asyncio.create_task(iterates(work));
      await asyncio.sleep(0.5);
      const step = (task.get_coro() as asyncio.Coroutine).cr_await as asyncio.Step<unknown>;
      const second = await settled(asyncio.create_task(iterates(work)));
      const seen = [asyncio.repr(step).replace(/ at .*/, ''), step.cr_await === work.ag_await, work.ag_running, second];
      return [...seen, await task, getasyncgenstate(work), await iterates(work)];
    });
    expect(await asyncio.run(main(), { loop_factory: () => virtualLoop() })).toEqual([
      '<async_generator_asend object',
      true,
      true,
      'RuntimeError: anext(): asynchronous generator is already running',
      [1, 2],
      'AGEN_CLOSED',
      [],
    ]);
  });

  test('that another one iterates ends by its error, or when that one goes on without it', async () => {
    const native = asyncio.asyncgen(async function* (error: Error | null) {
      yield 1;
      if (error !== null) throw error;
      await asyncio.sleep(1);
    });
    const main = asyncio.coroutine(async () => {
      const outcomes: unknown[] = [];
      for (const error of [
        new asyncio.ValueError('own'),
        new asyncio.StopAsyncIteration(),
        new asyncio.GeneratorExit(),
      ]) {
        const work = native(error);
        const iterator = work[Symbol.asyncIterator]();
        await iterator.next();
        outcomes.push(await iterator.next().catch(errorText), getasyncgenstate(work), work.ag_running);
      }
      const work = native(null);
      const left = asyncio.coroutine(async () => {
        const iterator = work[Symbol.asyncIterator]();
        await iterator.next();
        void iterator.next().catch((error: unknown) => outcomes.push(errorText(error)));
        // The body's first step has to begin before this one ends.
        await asyncio.get_running_loop().create_future().cancel();
      });
      await left();
      await asyncio.sleep(2);
      return [...outcomes, getasyncgenstate(work), work.ag_running];
    });
    expect(await asyncio.run(main(), { loop_factory: () => virtualLoop() })).toEqual([
      ...['ValueError: own', 'AGEN_CLOSED', false],
      ...['RuntimeError: async generator raised StopAsyncIteration', 'AGEN_CLOSED', false],
      ...['GeneratorExit', 'AGEN_CLOSED', false],
      ...['AGEN_CLOSED', false],
    ]);
  });

  test('a bare one has the protocol as well, always the same', async () => {
    const bare = (async function* (): globalThis.AsyncGenerator<number, void, unknown> {
      yield 1;
      yield 2;
    })();
    const main = asyncio.coroutine(async () => {
      const work = asyncio.aiter(bare);
      expect(asyncio.aiter(bare)).toBe(work);
      expect(asyncio.repr(work)).toMatch(/^<async_generator object async_generator at 0x/);
      await asyncio.async_for(work, () => asyncio.BREAK);
      return await asyncio.anext(work);
    });
    expect(await asyncio.run(main())).toBe(2);
  });
});

describe('a generator that nobody can iterate any more', () => {
  let collect: () => void;

  beforeAll(() => {
    // A browser is started with it, see test/browser.
    const { gc } = globalThis as { gc?: () => void };
    if (gc === undefined) (require('node:v8') as typeof import('node:v8')).setFlagsFromString('--expose-gc');
    collect = gc ?? ((require('node:vm') as typeof import('node:vm')).runInNewContext('gc') as () => void);
  });

  /** Gives the garbage collector, and those who hear of it, a while. */
  function* collectedAtLeast(times: number): asyncio.Gen<void> {
    for (let i = 0; i < times; i++) {
      collect();
      yield* asyncio.sleep(0.005);
    }
  }

  /** A generator whose clean-up takes a while. */
  function slowOne(seen: string[]) {
    return asyncio.asyncgen(function* slow() {
      try {
        yield* asyncio.yield_(1);
      } finally {
        seen.push('cleans up');
        yield* asyncio.sleep(0.025);
        seen.push('closed');
      }
    });
  }

  /** What the handler of the running loop is told. */
  function reportsTo(seen: string[]): void {
    asyncio.get_running_loop().set_exception_handler((_loop, { message }) => seen.push(message ?? ''));
  }

  test('is closed by its loop when the garbage collector finds it', async () => {
    const seen: string[] = [];
    const work = slowOne(seen);
    const main = asyncio.coroutine(function* () {
      yield* work().__anext__();
      for (let i = 0; i < 50 && seen.length < 2; i++) yield* collectedAtLeast(1);
      seen.push('main ends');
    });
    await asyncio.run(main());
    expect(seen).toEqual(['cleans up', 'closed', 'main ends']);
  });

  test('is closed once, though it is collected while the loop closes it at its end', async () => {
    const seen: string[] = [];
    const work = slowOne(seen);
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      reportsTo(seen);
      yield* work().__anext__();
      const shutdown = loop.create_task(loop.shutdown_asyncgens());
      yield* collectedAtLeast(10);
      yield* shutdown;
    });
    await asyncio.run(main());
    sweepAllReports();
    expect(seen).toEqual(['cleans up', 'closed']);
  });

  test('is closed by the end of its loop, though it is collected just before that', async () => {
    const seen: string[] = [];
    const loop = new asyncio.BaseEventLoop();
    const work = slowOne(seen);
    await loop.run_until_complete(
      asyncio.coroutine(function* () {
        yield* work().__anext__();
      })(),
    );
    for (let i = 0; i < 10; i++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(seen).toEqual([]);
    await loop.run_until_complete(loop.shutdown_asyncgens());
    expect(seen).toEqual(['cleans up', 'closed']);
    loop.close();
  });

  test('is left alone when aclose was called and the body went on', async () => {
    const seen: string[] = [];
    const work = asyncio.asyncgen(async function* ignores() {
      try {
        yield 1;
      } finally {
        seen.push('ignores');
        yield 2;
      }
    });
    const closesOne = asyncio.coroutine(function* () {
      const generator = work();
      yield* generator.__anext__();
      try {
        yield* generator.aclose();
      } catch (error) {
        seen.push(asyncio.repr(error));
      }
    });
    const main = asyncio.coroutine(function* () {
      reportsTo(seen);
      yield* closesOne();
      yield* collectedAtLeast(10);
    });
    await asyncio.run(main());
    sweepAllReports();
    expect(seen).toEqual(['ignores', "RuntimeError('async generator ignored GeneratorExit')"]);
  });

  test('is left alone when its loop is closed', async () => {
    const loop = virtualLoop();
    const work = asyncio.asyncgen(function* () {
      yield* asyncio.yield_(1);
    })();
    await loop.run_until_complete(work.__anext__());
    loop.close();
    expect(getasyncgenstate(work)).toBe('AGEN_SUSPENDED');
  });
});
