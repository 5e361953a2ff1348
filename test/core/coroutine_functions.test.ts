/** `coroutine`, and the questions about what it makes. */
import * as asyncio from 'asyncio-ts';
import { coroutine as compiled } from '#asyncio/compiled/functions';
import { makesCoroutines } from '#asyncio/core/tasks/coroutine_functions';
import { outcome, recordWarnings, settled } from '../support/outcomes';
import { inEveryWay } from '../support/styles';

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

inEveryWay('a coroutine function', (kit) => {
  test('runs nothing at the call', async () => {
    const work = kit.coroutine(
      async (x: number) => seen.push(x),
      function* (x: number) {
        yield* [];
        return seen.push(x);
      },
    );
    const made = [work(1), work(2), work(3)];
    expect(seen).toEqual([]);
    const main = kit.coroutine(
      async () => {
        const [first, second, third] = made as [asyncio.Coroutine, asyncio.Coroutine, asyncio.Coroutine];
        await asyncio.sleep(0);
        await third;
        const task = asyncio.create_task(first);
        expect(seen).toEqual(kit.eager ? [3, 1] : [3]);
        await task;
        second.close();
      },
      function* () {
        const [first, second, third] = made as [asyncio.Coroutine, asyncio.Coroutine, asyncio.Coroutine];
        yield* asyncio.sleep(0);
        yield* third;
        const task = asyncio.create_task(first);
        expect(seen).toEqual(kit.eager ? [3, 1] : [3]);
        yield* task;
        second.close();
      },
    );
    await kit.run(main());
    expect(seen).toEqual([3, 1]);
  });

  test('passes on its arguments and its this', async () => {
    const body: unknown =
      kit.style === 'wrapped'
        ? async function (this: unknown, ...args: unknown[]) {
            await asyncio.sleep(0);
            return [this, ...args];
          }
        : function* (this: unknown, ...args: unknown[]) {
            yield* asyncio.sleep(0);
            return [this, ...args];
          };
    const object = { method: asyncio.coroutine(body as (...args: unknown[]) => Promise<unknown[]>) };
    expect(await kit.runInTask(object.method(1, undefined, 'x'))).toEqual([object, 1, undefined, 'x']);
    expect(await kit.run(object.method.bind('bound' as never, 2)(3))).toEqual(['bound', 2, 3]);
  });

  test('is taken as a thunk wherever a coroutine is', async () => {
    const work = kit.coroutine(
      async () => await asyncio.sleep(0, 'work'),
      function* () {
        return yield* asyncio.sleep(0, 'work');
      },
    );
    const main = kit.coroutine(
      async () => [
        await asyncio.create_task(work),
        await asyncio.create_task(() => work()),
        await asyncio.ensure_future(work),
        await asyncio.gather(work, () => work()),
      ],
      function* () {
        return [
          yield* asyncio.create_task(work),
          yield* asyncio.create_task(() => work()),
          yield* asyncio.ensure_future(work),
          yield* asyncio.gather(work, () => work()),
        ];
      },
    );
    expect(await kit.run(main as never)).toEqual(['work', 'work', 'work', ['work', 'work']]);
  });

  test('may call itself', async () => {
    const factorial: (n: number) => asyncio.Coroutine<number> = kit.coroutine(
      async (n: number): Promise<number> => (n <= 1 ? 1 : n * (await factorial(n - 1))),
      function* (n: number): asyncio.Gen<number> {
        return n <= 1 ? 1 : n * (yield* factorial(n - 1));
      },
    );
    expect(await kit.runInTask(factorial(10))).toBe(3_628_800);
  });

  test('a coroutine of it that nobody awaits is reported at the end of the iteration’s loop', async () => {
    const warnings = recordWarnings();
    const work = kit.coroutine(
      async () => {},
      function* () {},
      'work',
    );
    const main = kit.coroutine(
      async () => {
        work();
        await asyncio.sleep(0);
      },
      function* () {
        work();
        yield* asyncio.sleep(0);
      },
    );
    await kit.run(main());
    expect(warnings.map((text) => text.split('\n')[0])).toEqual(["RuntimeWarning: coroutine 'work' was never awaited"]);
    expect(warnings[0]?.includes('\nCoroutine created at (most recent call last)\n  File "')).toBe(kit.debug);
  });
});

describe('coroutine', () => {
  const native = asyncio.coroutine(async function native() {});
  const generator = asyncio.coroutine(function* generator() {});
  const plain = asyncio.coroutine(function plain(x: unknown) {
    return x as never;
  });

  test('keeps the names, also of what it makes', () => {
    for (const [fn, name] of [
      [native, 'native'],
      [generator, 'generator'],
      [plain, 'plain'],
      [asyncio.coroutine(async () => {}), '<lambda>'],
    ] as const) {
      const made = (fn as () => asyncio.Coroutine)();
      expect([fn.__name__, fn.__qualname__, made.__name__, made.__qualname__]).toEqual([name, name, name, name]);
      expect(asyncio.repr(made)).toMatch(new RegExp(`^<coroutine object ${name} at 0x`));
      made.close();
    }
    expect([native.name, typeof native.__wrapped__]).toEqual(['native', 'function']);
    native.__qualname__ = 'K.native';
    const renamed = native();
    expect([renamed.__name__, renamed.__qualname__]).toEqual(['native', 'K.native']);
    renamed.__name__ = 'x';
    expect(renamed.__name__).toBe('x');
    renamed.close();
    native.__qualname__ = 'native';
  });

  test('its functions are recognised, bound as well', () => {
    for (const fn of [native, generator, plain, compiled(function* () {})]) {
      for (const each of [fn, fn.bind(null), fn.bind(null).bind(1)]) {
        expect(asyncio.inspect.iscoroutinefunction(each)).toBe(true);
        expect(makesCoroutines(each)).toBe(true);
      }
      expect(asyncio.inspect.isgeneratorfunction(fn)).toBe(false);
    }
    const raw = async () => {};
    expect([makesCoroutines(raw), makesCoroutines(raw.bind(null))]).toEqual([true, true]);
    for (const other of [() => native(), function* () {}, async function* () {}, class {}, native(), 3, null]) {
      expect(makesCoroutines(other)).toBe(false);
      if (asyncio.iscoroutine(other)) other.close();
    }
  });

  test('a bound function names its coroutine as the function does', () => {
    const made = native.bind(null)();
    expect(made.__name__).toBe('native');
    made.close();
    const bound = asyncio.coroutine(async function work() {}.bind(null))();
    expect(bound.__name__).toBe('work');
    bound.close();
  });

  test('of a plain function takes what it returns: a generator, an awaitable, a value', async () => {
    const results = [
      (function* () {
        return yield* asyncio.sleep(0, 'generator');
      })(),
      asyncio.sleep(0, 'coroutine'),
      Promise.resolve('promise'),
      'value',
    ];
    for (const result of results) seen.push(await asyncio.run(plain(result)));
    expect(seen).toEqual(['generator', 'coroutine', 'promise', 'value']);
    const throwing = asyncio.coroutine((): never => {
      throw new asyncio.ValueError('at the await');
    });
    expect(await settled(asyncio.run(throwing()))).toBe('ValueError: at the await');
  });

  test('is a decorator of both kinds', async () => {
    class Service {
      x = 1;

      @asyncio.coroutine
      *generator(y: number) {
        yield* asyncio.sleep(0);
        return this.x + y;
      }

      @asyncio.coroutine
      async native(y: number) {
        await asyncio.sleep(0);
        return this.x + y;
      }

      @asyncio.coroutine
      static async make(x: number) {
        await asyncio.sleep(0);
        return Object.assign(new Service(), { x });
      }
    }
    const service = await asyncio.run(() => Service.make(10));
    expect([service.generator, service.native].map(asyncio.inspect.iscoroutinefunction)).toEqual([true, true]);
    expect(await asyncio.run(service.generator(5))).toBe(15);
    expect(await asyncio.run(service.native(5))).toBe(15);
    const made: unknown = service.generator(1);
    expect(asyncio.iscoroutine(made)).toBe(true);
    (made as asyncio.Coroutine).close();

    const descriptor = asyncio.coroutine({}, 'old', {
      *value(this: { x: number }, y: number) {
        yield* asyncio.sleep(0);
        return this.x * y;
      },
      enumerable: true,
    });
    expect(descriptor.enumerable).toBe(true);
    const old = descriptor.value as (this: object, y: number) => asyncio.Coroutine<number>;
    expect([old.name, await asyncio.run(old.call({ x: 2 }, 21))]).toEqual(['value', 42]);
  });

  test('leaves alone what it has made, and refuses what is no coroutine function', () => {
    expect(asyncio.coroutine(native)).toBe(native);
    const make = asyncio.coroutine as (fn: unknown) => unknown;
    expect(outcome(() => make(3))).toBe('TypeError: a function was expected by asyncio.coroutine(), got 3');
    for (const wrong of [async function* () {}, asyncio.asyncgen(function* () {})]) {
      expect(outcome(() => make(wrong))).toMatch(/^TypeError: an asynchronous generator function makes no coroutines/);
    }
  });
});

test('iscoroutinefunction warns that it is deprecated', () => {
  const warnings = recordWarnings();
  expect([asyncio.iscoroutinefunction(asyncio.coroutine(async () => {})), asyncio.iscoroutinefunction(3)]).toEqual([
    ...[true, false],
  ]);
  expect(warnings).toEqual(
    Array(2).fill(
      "DeprecationWarning: 'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use " +
        'inspect.iscoroutinefunction() instead',
    ),
  );
});

describe('iscoroutine', () => {
  test('is true of coroutines, and of nothing that only looks so', () => {
    const objects = [asyncio.sleep(0), compiled(function* () {})(), asyncio.coroutine(async () => {})()];
    for (const object of objects) {
      expect(asyncio.iscoroutine(object)).toBe(true);
      object.close();
    }
    for (const other of [Promise.resolve(), (function* () {})(), null, 3, () => 1]) {
      expect(asyncio.iscoroutine(other)).toBe(false);
    }
  });
});

describe('a plain async function', () => {
  const plain = async (x = 0) => {
    seen.push(asyncio.current_task()?.get_name() ?? null);
    await asyncio.sleep(0);
    seen.push(asyncio.current_task()?.get_name() ?? null);
    return x;
  };

  test('as a thunk is as good as a wrapped one', async () => {
    const main = asyncio.coroutine(function* () {
      return yield* asyncio.create_task(plain, { name: 'T' });
    });
    expect(await asyncio.run(main)).toBe(0);
    expect(seen).toEqual(['T', 'T']);
    expect(await asyncio.run(plain)).toBe(0);
    expect(seen.slice(2)).toEqual([expect.stringMatching(/^Task-\d+$/), expect.stringMatching(/^Task-\d+$/)]);
  });

  test('may be run by its promise; its first await belongs to the task that is made of it', async () => {
    const main = async () => {
      await asyncio.sleep(0);
      seen.push(asyncio.current_task()?.get_name());
      return 7;
    };
    expect(await asyncio.run(main())).toBe(7);
    expect(seen).toEqual([expect.stringMatching(/^Task-\d+$/)]);
  });

  test('a class is no thunk', async () => {
    class NotAThunk {}
    expect(await settled(() => asyncio.run(NotAThunk as never))).toBe(
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    );
  });
});
