/** `to_thread`; as CPython 3.13 has it. */
import * as asyncio from 'asyncio-ts';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { inEveryStyle } from '../support/styles';
import { Gate, pass, useWorkers, workerModule } from '../support/workers';

useWorkers();
failOnNoise();

inEveryStyle('to_thread', (kit) => {
  const thread = kit.coroutine(
    async (fn: (...args: unknown[]) => unknown, ...args: unknown[]) => await asyncio.to_thread(fn, ...args),
    function* (fn: (...args: unknown[]) => unknown, ...args: unknown[]) {
      return yield* asyncio.to_thread(fn, ...args);
    },
  );
  class PatientLoop extends asyncio.EventLoop {
    override slow_callback_duration: number = Infinity;
  }
  const run = <T>(main: asyncio.Coroutine<T>): Promise<T> =>
    asyncio.run(main, { debug: kit.debug, loop_factory: PatientLoop });

  test('gives the result of the function', async () => {
    expect(await run(thread((a, b) => (a as number) + (b as number), 1, 2))).toBe(3);
  });

  test('raises what the function raises', async () => {
    const { fail } = workerModule<{ fail: () => void }>(`
      exports.fail = asyncio.concurrent.importable(__filename, function fail() {
        throw new asyncio.KeyboardInterrupt('k');
      });`);
    const caught = kit.coroutine(
      async () => {
        try {
          return await thread(fail);
        } catch (error) {
          return asyncio.repr(error);
        }
      },
      function* () {
        try {
          return yield* thread(fail);
        } catch (error) {
          return asyncio.repr(error);
        }
      },
    );
    expect(await run(caught())).toBe("KeyboardInterrupt('k')");
  });

  test('runs in a thread of the default executor', async () => {
    const { name } = workerModule<{ name: () => string }>(`
      exports.name = asyncio.concurrent.importable(__filename, function name() {
        return asyncio.concurrent.current_thread().name;
      });`);
    expect(await run(thread(name))).toBe('asyncio_0');
  });
});

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

test('is a coroutine, which does nothing before it is awaited', async () => {
  const coroutine = asyncio.to_thread(() => 1);
  expect(asyncio.repr(coroutine)).toMatch(/^<coroutine object to_thread at 0x/);
  expect(asyncio.inspect.iscoroutinefunction(asyncio.to_thread)).toBe(true);
  coroutine.close();
  expect(outcome(() => (asyncio.to_thread as () => unknown)())).toBe(
    "TypeError: to_thread() missing 1 required positional argument: 'func'",
  );
});

test('takes a plain object at the end for an argument', async () => {
  expect(await run(async () => await asyncio.to_thread((x: { name: string }) => x.name, { name: 'n' }))).toBe('n');
});

test('the loop goes on meanwhile', async () => {
  const gate = new Gate();
  const result = await run(async () => {
    const task = asyncio.create_task(asyncio.to_thread(pass, gate.cells));
    await asyncio.wrap_future(gate.reached());
    await asyncio.sleep(0);
    gate.open();
    return await task;
  });
  expect(result).toBe('passed');
});

test('a cancellation ends the wait, and the function goes on', async () => {
  const gate = new Gate();
  await run(async () => {
    const task = asyncio.create_task(asyncio.to_thread(pass, gate.cells));
    await asyncio.wrap_future(gate.reached());
    task.cancel();
    expect(await settled(task)).toBe('CancelledError');
    gate.open();
  });
});

describe('context variables', () => {
  type Variable = asyncio.contextvars.ContextVar<unknown>;
  type Variables = Record<'user' | 'other' | 'twin', Variable> & { read: () => Promise<unknown> };
  const { user, other, read, twin } = workerModule<Variables>(`
    const { ContextVar } = asyncio.contextvars;
    exports.user = new ContextVar('threads.user');
    exports.other = new ContextVar('threads.other', { default: 'none' });
    exports.twin = new ContextVar('threads.twin', { default: 'none' });
    const second = new ContextVar('threads.twin', { default: 'none' });
    exports.read = asyncio.concurrent.importable(__filename, async function read() {
      const before = [exports.user.get('nobody'), exports.other.get(), exports.twin.get()];
      await null;
      exports.user.set('changed in the thread');
      return before;
    });`);

  test('have in the thread the values that they have here', async () => {
    const results = await run(async () => {
      user.set({ name: 'Ada' });
      const first = await asyncio.to_thread(read);
      return [first, user.get(), await asyncio.contextvars.copy_context().run(() => asyncio.to_thread(read))];
    });
    expect(results).toEqual([[{ name: 'Ada' }, 'none', 'none'], { name: 'Ada' }, [{ name: 'Ada' }, 'none', 'none']]);
  });

  test('are left out if the value cannot be cloned, or the name is not clear', async () => {
    const result = await run(async () => {
      user.set('Ada');
      other.set(() => 1);
      twin.set('which?');
      return await asyncio.to_thread(read);
    });
    expect(result).toEqual(['Ada', 'none', 'none']);
  });

  test('stay here with run_in_executor', async () => {
    const result = await run(async () => {
      user.set('Ada');
      return await asyncio.get_running_loop().run_in_executor(null, read);
    });
    expect(result).toEqual(['nobody', 'none', 'none']);
  });

  test('are there in an executor that calls functions in this thread', async () => {
    class Here extends asyncio.concurrent.Executor {
      override submit<Args extends unknown[], T>(
        fn: (...args: Args) => T | PromiseLike<T>,
        ...args: Args
      ): asyncio.concurrent.Future<T> {
        const future = new asyncio.concurrent.Future<T>();
        future.set_result(new asyncio.contextvars.Context().run(() => fn(...args)) as T);
        return future;
      }
    }
    class Loop extends asyncio.EventLoop {
      override run_in_executor(...args: never[]): asyncio.Future<never> {
        return super.run_in_executor(new Here(), ...(args.slice(1) as unknown as [() => never]));
      }
    }
    const main = asyncio.coroutine(async () => {
      user.set('Ada');
      return await asyncio.to_thread((suffix: string) => String(user.get()) + suffix, '!');
    });
    expect(await asyncio.run(main(), { loop_factory: Loop })).toBe('Ada!');
  });
});
