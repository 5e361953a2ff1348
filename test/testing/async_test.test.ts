import * as asyncio from 'asyncio-ts';
import { LeakError, SeedError, VirtualTimeLoop, async_test, wrap_test } from 'asyncio-ts/testing';
import { failOnNoise, settled } from '../support/outcomes';
import { inEveryStyle } from '../support/styles';
import { race } from './race';

failOnNoise();

/** What a test leaves behind: its kinds, and the message. */
async function leaksOf(test: () => Promise<void>): Promise<[kinds: string[], message: string, error: LeakError]> {
  const error: unknown = await test().then(
    () => null,
    (raised: unknown) => raised,
  );
  if (!(error instanceof LeakError)) throw new Error(`no LeakError: ${asyncio.repr(error)}`);
  return [error.leaks.map(({ kind }) => kind), error.message, error];
}

inEveryStyle('async_test', ({ coroutine, debug }) => {
  const declare = (wrapped: () => Promise<unknown>, generator: () => Generator<unknown, unknown, never>) =>
    async_test(coroutine(wrapped, generator), { debug });
  const work = coroutine(
    async () => 1,
    function* () {
      return 1;
    },
    'work',
  );
  const fails = coroutine(
    async () => {
      throw new asyncio.ValueError('lost');
    },
    function* () {
      throw new asyncio.ValueError('lost');
    },
    'fails',
  );

  test('runs the body on virtual time', async () => {
    let when = -1;
    const run = declare(
      async () => {
        await asyncio.sleep(3600);
        when = asyncio.get_running_loop().time();
      },
      function* () {
        yield* asyncio.sleep(3600);
        when = asyncio.get_running_loop().time();
      },
    );
    await expect(run()).resolves.toBeUndefined();
    expect(when).toBe(3600);
  });

  test('fails as the body fails', async () => {
    const run = async_test(fails, { debug });
    await expect(settled(run)).resolves.toBe('ValueError: lost');
  });

  test('fails for a coroutine that was never awaited', async () => {
    const run = declare(
      async () => void work(),
      function* () {
        void work();
      },
    );
    const [kinds, message] = await leaksOf(run);
    expect(kinds).toEqual(['coroutine']);
    expect(message).toMatch(/^the test left something behind:\n1\. coroutine 'work' was never awaited/);
    expect(message).toMatch(/\n {3}Await it \(in generator style, delegate to it with yield\*\), hand it to /);
  });

  test('fails for a task that still runs', async () => {
    const run = declare(
      async () => {
        asyncio.create_task(asyncio.sleep(10), { name: 'left' });
        await asyncio.sleep(0);
      },
      function* () {
        asyncio.create_task(asyncio.sleep(10), { name: 'left' });
        yield* asyncio.sleep(0);
      },
    );
    const [kinds, message] = await leaksOf(run);
    expect(kinds).toEqual(['task']);
    expect(message).toMatch(/\n1\. a task still runs: <Task pending name='left' coro=<sleep\(\) running/);
    expect(message).toMatch(/\n {3}Await it, cancel\(\) it, or make it in a TaskGroup/);
  });

  test('passes over a task that was told to end', async () => {
    let ended = false;
    const stay = coroutine(
      async () => {
        try {
          await asyncio.sleep(10);
        } finally {
          ended = true;
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(10);
        } finally {
          ended = true;
        }
      },
    );
    const run = declare(
      async () => {
        const task = asyncio.create_task(stay());
        await asyncio.sleep(1);
        task.cancel();
      },
      function* () {
        const task = asyncio.create_task(stay());
        yield* asyncio.sleep(1);
        task.cancel();
      },
    );
    await run();
    expect(ended).toBe(true);
  });

  test('fails for an exception that was never retrieved', async () => {
    const run = declare(
      async () => {
        asyncio.create_task(fails(), { name: 'failed' });
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.create_task(fails(), { name: 'failed' });
        yield* asyncio.sleep(1);
      },
    );
    const [kinds, message, error] = await leaksOf(run);
    expect(kinds).toEqual(['exception']);
    expect(message).toMatch(
      /\n1\. Task exception was never retrieved: <Task finished name='failed' .*ValueError\('lost'\)/,
    );
    expect(message).toMatch(/\n {3}Await the task or future, gather it, or ask it for its exception\(\)\.$/);
    expect(error.cause).toBeInstanceOf(asyncio.ValueError);
  });

  test('fails for an exception in a callback', async () => {
    const run = declare(
      async () => {
        asyncio.get_running_loop().call_soon(function callback() {
          throw new asyncio.KeyError('k');
        });
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.get_running_loop().call_soon(function callback() {
          throw new asyncio.KeyError('k');
        });
        yield* asyncio.sleep(1);
      },
    );
    const [kinds, message] = await leaksOf(run);
    expect(kinds).toEqual(['callback']);
    expect(message).toMatch(
      /\n1\. Exception in callback .*callback\(\).*: KeyError\('k'\)\n {3}Catch the exception in the /,
    );
  });

  test('fails for a task that outlives its cancellation, which is destroyed', async () => {
    const stubborn = coroutine(
      async () => {
        for (;;) {
          try {
            await asyncio.get_running_loop().create_future();
          } catch {
            // Goes on.
          }
        }
      },
      function* () {
        for (;;) {
          try {
            yield* asyncio.get_running_loop().create_future();
          } catch (error) {
            // Goes on, unless the loop is closed.
            if (error instanceof asyncio.GeneratorExit) throw error;
          }
        }
      },
    );
    const run = declare(
      async () => {
        asyncio.create_task(stubborn(), { name: 'stubborn' });
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.create_task(stubborn(), { name: 'stubborn' });
        yield* asyncio.sleep(1);
      },
    );
    const [kinds, message] = await leaksOf(run);
    expect(kinds).toContain('destroyed');
    expect(message).toMatch(/Task was destroyed but it is pending!: <Task cancelling name='stubborn'/);
  });

  test('names all that was left', async () => {
    const run = declare(
      async () => {
        void work();
        asyncio.create_task(asyncio.sleep(10));
        asyncio.create_task(fails());
        await asyncio.sleep(0);
        await asyncio.sleep(0);
      },
      function* () {
        void work();
        asyncio.create_task(asyncio.sleep(10));
        asyncio.create_task(fails());
        yield* asyncio.sleep(0);
        yield* asyncio.sleep(0);
      },
    );
    const [kinds] = await leaksOf(run);
    expect(kinds.sort()).toEqual(['coroutine', 'exception', 'task']);
  });

  test('leaves to the handler of a test what that handler is told', async () => {
    const told: unknown[] = [];
    const run = declare(
      async () => {
        asyncio.get_running_loop().set_exception_handler((_loop, context) => told.push(context.message));
        asyncio.create_task(fails());
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.get_running_loop().set_exception_handler((_loop, context) => told.push(context.message));
        asyncio.create_task(fails());
        yield* asyncio.sleep(1);
      },
    );
    await run();
    expect(told).toEqual(['Task exception was never retrieved']);
  });

  test('says of a deadlock which lost exception may be its reason', async () => {
    const run = declare(
      async () => {
        const event = new asyncio.Event();
        asyncio.create_task(fails());
        await event.wait();
      },
      function* () {
        const event = new asyncio.Event();
        asyncio.create_task(fails());
        yield* event.wait();
      },
    );
    const error: unknown = await run().catch((raised: unknown) => raised);
    expect(error).toBeInstanceOf(asyncio.RuntimeError);
    expect(asyncio.str(error)).toMatch(/can never happen/);
    expect((error as Error).cause).toBeInstanceOf(LeakError);
    expect(((error as Error).cause as Error).message).toMatch(/ValueError\('lost'\)/);
  });

  test('checks nothing if it is not to', async () => {
    const body = coroutine(
      async () => void asyncio.create_task(asyncio.sleep(10)),
      function* () {
        asyncio.create_task(asyncio.sleep(10));
      },
    );
    await expect(async_test(body, { debug, check_leaks: false })()).resolves.toBeUndefined();
  });

  test('tries seeds, and names the one that fails', async () => {
    const main = race({ coroutine });
    await expect(async_test(main, { debug })()).resolves.toBeUndefined();
    const error: unknown = await async_test(main, { debug, seeds: 50 })().catch((raised: unknown) => raised);
    expect(error).toBeInstanceOf(SeedError);
    const { seed, cause } = error as SeedError;
    expect(asyncio.repr(cause)).toBe("ValueError('ba')");
    await expect(settled(async_test(main, { debug, seeds: [seed] }))).resolves.toMatch(/^SeedError: .* with seed /);
  });
});

describe('a test in wrapped style', () => {
  test('fails for a coroutine that it has made after a foreign promise', async () => {
    const work = asyncio.coroutine(async function work() {});
    const run = async_test(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      void work();
      await asyncio.sleep(0);
    });
    const [kinds, message] = await leaksOf(run);
    expect([kinds, message.split('\n')[1]]).toEqual([['coroutine'], "1. coroutine 'work' was never awaited"]);
  });
});

describe('async_test', () => {
  test('takes ordinary functions, and hands on what it is called with', async () => {
    const seen: unknown[] = [];
    const run = async_test(function (this: unknown, ...args: number[]) {
      seen.push(this, ...args, asyncio.get_running_loop().constructor);
    });
    await run.call('self', 1, 2);
    expect(seen).toEqual(['self', 1, 2, VirtualTimeLoop]);
  });

  test('looks like what a runner expects', () => {
    const run = async_test(function* named({ page }: { page: number }) {
      yield* asyncio.sleep(page);
    });
    expect([run.name, run.length]).toEqual(['named', 0]);
    expect(String(run)).toMatch(/^function\*\s*named\(\{ page \}\)/);
  });

  test('runs on a loop of your own on demand', async () => {
    const loops: unknown[] = [];
    const body = async (): Promise<void> => {
      loops.push(asyncio.get_running_loop().constructor);
      await asyncio.sleep(0);
    };
    class Own extends asyncio.BaseEventLoop {}
    await async_test(body, { loop_factory: asyncio.new_event_loop })();
    await async_test(body, { loop_factory: Own })();
    await async_test(body, { loop_factory: () => new Own() })();
    expect(loops).toEqual([asyncio.EventLoop, Own, Own]);
    const [kinds] = await leaksOf(async_test(() => void asyncio.sleep(1), { loop_factory: asyncio.new_event_loop }));
    expect(kinds).toEqual(['coroutine']);
  });

  test('tells in debug mode, which is on unless it is switched off, where a coroutine was made', async () => {
    const body = (): void => void asyncio.sleep(1);
    const [, message] = await leaksOf(async_test(body));
    expect(message).toMatch(
      /\n1\. coroutine 'sleep' was never awaited\n {3}Coroutine created at [^]*async_test\.test\.ts", line/,
    );
    const [, short] = await leaksOf(async_test(body, { debug: false }));
    expect(short).not.toMatch(/created at/);
  });

  test('leaves an error that can take no cause as it is', async () => {
    const frozen = new asyncio.ValueError('body');
    Object.freeze(frozen);
    const run = async_test(async () => {
      asyncio.get_running_loop().create_future().set_exception(new asyncio.ValueError('lost'));
      await asyncio.sleep(1);
      throw frozen;
    });
    await expect(run()).rejects.toBe(frozen);
  });

  test('returns what it has made already as it is', async () => {
    const run = async_test(() => asyncio.sleep(1), { check_leaks: false });
    expect(async_test(run)).toBe(run);
    const declared: unknown[] = [];
    wrap_test((_name: string, body: unknown) => declared.push(body))('name', run);
    expect(declared).toEqual([run]);
  });

  test('refuses what is no function, and seeds beside a loop factory', () => {
    expect(() => async_test(1 as never)).toThrow('a function was expected by async_test(), got 1');
    expect(() => async_test(() => 1, { seeds: 3, loop_factory: VirtualTimeLoop })).toThrow(asyncio.ValueError);
    expect(() => async_test(() => 1, { seed: 3 } as never)).toThrow(
      "async_test() got an unexpected keyword argument 'seed'",
    );
    expect(() => async_test(() => 1, { seeds: 0 })).toThrow('the number of seeds must be at least 1, not 0');
  });
});
