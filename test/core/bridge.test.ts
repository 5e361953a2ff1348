/** Between asyncio and the host's own code: `wrap_future`, `host_callback`, and awaits that meet promises. */
import { EventEmitter } from 'node:events';
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { errorText, outcome, recordWarnings, settled } from '../support/outcomes';
import { catcher } from '../support/stepping';
import { inEveryWay, virtualLoop, type Kit } from '../support/styles';

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** A promise and its ends. */
function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

const later = <T>(value: T, milliseconds = 2) =>
  new Promise<T>((resolve) => {
    setTimeout(resolve, milliseconds, value);
  });

/** Runs a program on the host's own clock. */
const runInRealTime = <T>(kit: Kit, main: asyncio.Coroutine<T>): Promise<T> =>
  asyncio.run(main, {
    debug: kit.debug,
    loop_factory: () => {
      const loop = asyncio.new_event_loop();
      if (kit.eager) loop.set_task_factory(asyncio.eager_task_factory);
      return loop;
    },
  });

inEveryWay('wrap_future', (kit) => {
  const caught = catcher(kit);

  test('gives a future of the running loop, with the promise’s value or error', async () => {
    const main = kit.coroutine(
      async () => {
        const future = asyncio.wrap_future(later('value'));
        seen.push(asyncio.repr(future), future.get_loop() === asyncio.get_running_loop(), await future);
        seen.push(errorText(await caught(asyncio.wrap_future(Promise.reject(new asyncio.ValueError('v'))))));
        seen.push(asyncio.repr(await caught(asyncio.wrap_future(Promise.reject('text')))));
      },
      function* () {
        const future = asyncio.wrap_future(later('value'));
        seen.push(asyncio.repr(future), future.get_loop() === asyncio.get_running_loop(), yield* future);
        seen.push(errorText(yield* caught(asyncio.wrap_future(Promise.reject(new asyncio.ValueError('v'))))));
        seen.push(asyncio.repr(yield* caught(asyncio.wrap_future(Promise.reject('text')))));
      },
    );
    await runInRealTime(kit, main());
    expect(seen[0]).toMatch(/^<Future pending( created at .*)?>$/);
    expect(seen.slice(1)).toEqual([true, 'value', 'ValueError: v', "ThrownValue('text')"]);
  });

  test('a cancellation ends the wait at once, calls the hook, and the promise’s end counts for nothing', async () => {
    const { promise, reject } = withResolvers<string>();
    const work = kit.coroutine(
      async () => await asyncio.wrap_future(promise, { cancel: () => seen.push('aborted') }),
      function* () {
        return yield* asyncio.wrap_future(promise, { cancel: () => seen.push('aborted') });
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        if (!kit.eager) await asyncio.sleep(0);
        task.cancel('x');
        seen.push(asyncio.repr(await caught(task)));
        reject(new Error('too late'));
        await asyncio.sleep(1);
      },
      function* () {
        const task = asyncio.create_task(work());
        if (!kit.eager) yield* asyncio.sleep(0);
        task.cancel('x');
        seen.push(asyncio.repr(yield* caught(task)));
        reject(new Error('too late'));
        yield* asyncio.sleep(1);
      },
    );
    await kit.run(main());
    expect(seen).toEqual(['aborted', "CancelledError('x')"]);
  });

  test('an error of the hook is reported, and the cancellation goes on', async () => {
    const main = kit.coroutine(
      async () => {
        asyncio.get_running_loop().set_exception_handler((_loop, context) => seen.push(context));
        const hook = (): never => {
          throw new asyncio.ValueError('hook');
        };
        const future = asyncio.wrap_future(new Promise(() => undefined), { cancel: hook });
        seen.push(future.cancel(), future.cancelled());
      },
      function* () {
        yield* [];
        asyncio.get_running_loop().set_exception_handler((_loop, context) => seen.push(context));
        const hook = (): never => {
          throw new asyncio.ValueError('hook');
        };
        const future = asyncio.wrap_future(new Promise(() => undefined), { cancel: hook });
        seen.push(future.cancel(), future.cancelled());
      },
    );
    await kit.run(main());
    expect(seen).toMatchObject([
      { message: 'Exception in the cancel hook of a wrapped promise', exception: { message: 'hook' } },
      ...[true, true],
    ]);
  });

  test('a failure that nobody looks at is reported as that of a future', async () => {
    const loop = kit.loop();
    loop.set_exception_handler((_loop, context) => seen.push(context.message));
    const main = kit.coroutine(
      async () => {
        asyncio.wrap_future(Promise.reject(new asyncio.ValueError('lost')));
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.wrap_future(Promise.reject(new asyncio.ValueError('lost')));
        yield* asyncio.sleep(1);
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    expect(seen).toEqual(['Future exception was never retrieved']);
  });
});

describe('wrap_future', () => {
  const call = asyncio.wrap_future as (...args: unknown[]) => unknown;

  test('returns a future as it is, and takes a loop', () => {
    const loop = virtualLoop();
    const future = loop.create_future();
    expect(asyncio.wrap_future(future)).toBe(future);
    expect(asyncio.wrap_future(Promise.resolve(), { loop }).get_loop()).toBe(loop);
    loop.close();
  });

  test('refuses the rest', () => {
    expect(outcome(() => call(3))).toBe('AssertionError: concurrent.futures.Future is expected, got 3');
    const coroutine = asyncio.sleep(0);
    expect(outcome(() => call(coroutine))).toBe(
      `AssertionError: concurrent.futures.Future is expected, got ${asyncio.repr(coroutine)}`,
    );
    coroutine.close();
    expect(outcome(() => call(Promise.resolve(), { timeout: 3 }))).toBe(
      "TypeError: wrap_future() got an unexpected keyword argument 'timeout'",
    );
    expect(outcome(() => call(Promise.resolve(), 3))).toBe(
      'TypeError: wrap_future() takes 1 positional argument but 2 were given',
    );
  });

  test('what comes after the loop was closed is dropped', async () => {
    const loop = virtualLoop();
    const { promise, resolve } = withResolvers<number>();
    const future = asyncio.wrap_future(promise, { loop });
    loop.close();
    resolve(1);
    await later(null);
    expect(future.done()).toBe(false);
  });
});

inEveryWay('host_callback', (kit) => {
  const work = kit.coroutine(
    async (x: number) => {
      await asyncio.sleep(0);
      if (x < 0) throw new asyncio.ValueError('negative');
      return x * 2;
    },
    function* (x: number) {
      yield* asyncio.sleep(0);
      if (x < 0) throw new asyncio.ValueError('negative');
      return x * 2;
    },
    'work',
  );

  test('makes an ordinary function whose calls are runs of their own', async () => {
    const callback = asyncio.host_callback(work);
    expect(callback.name).toBe('work');
    expect(asyncio.inspect.iscoroutinefunction(callback)).toBe(false);
    const promises = [callback(1), callback(2), callback(-1)];
    expect(promises[0]).toBeInstanceOf(Promise);
    expect(await Promise.all(promises.map((promise) => settled(promise)))).toEqual([
      ...['2', '4', 'ValueError: negative'],
    ]);
  });

  test('made inside a loop, it makes tasks of that loop', async () => {
    const emitter = new EventEmitter();
    const listen = kit.coroutine(
      async (x: number) => {
        seen.push(asyncio.get_running_loop(), asyncio.current_task() !== null);
        seen.push(await work(x));
        emitter.emit('end');
      },
      function* (x: number) {
        seen.push(asyncio.get_running_loop(), asyncio.current_task() !== null);
        seen.push(yield* work(x));
        emitter.emit('end');
      },
    );
    let loop: unknown = null;
    const main = kit.coroutine(
      async () => {
        loop = asyncio.get_running_loop();
        emitter.on('event', asyncio.host_callback(listen));
        setTimeout(() => emitter.emit('event', 4), 1);
        await asyncio.wrap_future(new Promise((resolve) => void emitter.once('end', () => resolve(null))));
      },
      function* () {
        loop = asyncio.get_running_loop();
        emitter.on('event', asyncio.host_callback(listen));
        setTimeout(() => emitter.emit('event', 4), 1);
        yield* asyncio.wrap_future(new Promise((resolve) => void emitter.once('end', () => resolve(null))));
      },
    );
    await runInRealTime(kit, main());
    expect(seen).toEqual([loop, true, 8]);
  });

  test('made outside and called inside, it makes a task of the loop that runs', async () => {
    const callback = asyncio.host_callback(work);
    const main = kit.coroutine(
      async () => {
        const promise = callback(3);
        seen.push(asyncio.all_tasks().size);
        return await asyncio.wrap_future(promise);
      },
      function* () {
        const promise = callback(3);
        seen.push(asyncio.all_tasks().size);
        return yield* asyncio.wrap_future(promise);
      },
    );
    expect(await kit.run(main())).toBe(6);
    expect(seen).toEqual([2]);
  });

  test('begins at the call if the tasks of the loop do', async () => {
    const callback = asyncio.host_callback(
      kit.coroutine(
        async () => {
          seen.push('begins');
          await asyncio.sleep(0);
          seen.push('ends');
        },
        function* () {
          seen.push('begins');
          yield* asyncio.sleep(0);
          seen.push('ends');
        },
      ),
    );
    const call = (): void => {
      void callback();
      seen.push('called');
    };
    const main = kit.coroutine(
      async () => {
        call();
        await asyncio.sleep(1);
        asyncio.get_running_loop().call_soon(call);
        await asyncio.sleep(1);
      },
      function* () {
        call();
        yield* asyncio.sleep(1);
        asyncio.get_running_loop().call_soon(call);
        yield* asyncio.sleep(1);
      },
    );
    await kit.run(main());
    const once = kit.eager ? ['begins', 'called', 'ends'] : ['called', 'begins', 'ends'];
    expect(seen).toEqual([...once, ...once]);
  });

  test('a task that is cancelled rejects the promise', async () => {
    const callback = asyncio.host_callback(work);
    const main = kit.coroutine(
      async () => {
        const promise = settled(callback(3));
        for (const task of asyncio.all_tasks()) if (task !== asyncio.current_task()) task.cancel('x');
        return await asyncio.wrap_future(promise);
      },
      function* () {
        const promise = settled(callback(3));
        for (const task of asyncio.all_tasks()) if (task !== asyncio.current_task()) task.cancel('x');
        return yield* asyncio.wrap_future(promise);
      },
    );
    expect(await kit.run(main())).toBe('CancelledError: x');
  });
});

describe('host_callback', () => {
  test('forwards this, and takes native functions and decorated methods', async () => {
    class Server {
      name = 'server';

      @asyncio.coroutine
      *handle(x: string) {
        yield* asyncio.sleep(0);
        return `${this.name} ${x}`;
      }
    }
    const server = new Server();
    expect(await asyncio.host_callback(server.handle).call(server, 'x')).toBe('server x');
    async function native(this: { y: number }, x: number) {
      await asyncio.sleep(0);
      return [this.y, x, asyncio.current_task() !== null];
    }
    expect(await asyncio.host_callback(native).call({ y: 1 }, 2)).toEqual([1, 2, true]);
  });

  test('refuses other functions', () => {
    const host_callback = asyncio.host_callback as (fn: unknown) => unknown;
    for (const wrong of [3, () => asyncio.sleep(0), function* () {}]) {
      expect(outcome(() => host_callback(wrong))).toBe(
        `TypeError: a coroutine function was expected, got ${asyncio.repr(wrong)}`,
      );
    }
  });
});

describe('a native body that awaits a promise of the host', () => {
  test('is known to its task when it comes back, where the host tracks it', async () => {
    const work = asyncio.coroutine(async (x: number) => {
      await later(null, 1 + (x % 3));
      seen.push([x, asyncio.current_task()?.get_name()]);
      await asyncio.sleep(0.001);
      return asyncio.current_task()?.get_name();
    });
    const main = asyncio.coroutine(async () => {
      const tasks = [1, 2, 3].map((x) => asyncio.create_task(work(x), { name: `task ${String(x)}` }));
      return await asyncio.gather(...tasks);
    });
    expect(await asyncio.run(main())).toEqual(['task 1', 'task 2', 'task 3']);
    expect(seen).toEqual(expect.arrayContaining([1, 2, 3].map((x) => [x, `task ${String(x)}`])));
  });

  test('so are asynchronous generators, many at a time', async () => {
    const letters = asyncio.asyncgen(async function* (name: string) {
      for (let i = 0; i < 3; i++) {
        await later(null, 1 + ((i + name.length) % 3));
        await asyncio.sleep(0.001);
        yield asyncio.current_task()?.get_name();
      }
    });
    const natively = asyncio.coroutine(async (name: string) => {
      for await (const value of letters(name)) {
        await later(null, 1);
        await asyncio.sleep(0);
        seen.push([name, value]);
      }
    });
    const generator = asyncio.coroutine(function* (name: string) {
      yield* asyncio.async_for(letters(name), function* (value) {
        yield* asyncio.await_(later(null, 1));
        seen.push([name, value]);
      });
    });
    const main = asyncio.coroutine(async () => {
      const works = [natively('a'), natively('bb'), generator('ccc'), generator('dddd')];
      const names = ['a', 'bb', 'ccc', 'dddd'];
      await asyncio.gather(...works.map((work, i) => asyncio.create_task(work, { name: names[i] })));
    });
    await asyncio.run(main());
    expect(seen.sort()).toEqual(['a', 'bb', 'ccc', 'dddd'].flatMap((name) => Array(3).fill([name, name]) as unknown[]));
  });

  describe('without tracking', () => {
    beforeEach(() => {
      defaultHost().tracking = false;
    });

    afterEach(() => {
      defaultHost().tracking = true;
    });

    test('is refused when it comes back, with the cure', async () => {
      const text =
        'RuntimeError: this await cannot be told to belong to a task: a native async body has come back from a ' +
        'foreign promise, and this host does not track async context. Wrap the foreign promise: await ' +
        'asyncio.wrap_future(promise)';
      const main = asyncio.coroutine(async (what: () => PromiseLike<unknown>) => {
        await later(null);
        return await what();
      });
      expect(await settled(asyncio.run(main(() => asyncio.sleep(0))))).toBe(text);
      const loop = asyncio.new_event_loop();
      const future = loop.create_future();
      expect(await settled(loop.run_until_complete(main(() => future)))).toBe(text);
      loop.close();
    });

    test('the cure works', async () => {
      const main = asyncio.coroutine(async () => {
        const value = await asyncio.wrap_future(later('wrapped'));
        await asyncio.sleep(0);
        return [value, await asyncio.await_(later('awaited'))];
      });
      expect(await asyncio.run(main())).toEqual(['wrapped', 'awaited']);
    });

    test('generator bodies need neither', async () => {
      const main = asyncio.coroutine(function* () {
        const value = yield* asyncio.await_(later('value'));
        yield* asyncio.sleep(0);
        return value;
      });
      expect(await asyncio.run(main())).toBe('value');
    });
  });
});

describe('several awaits at once in one native body', () => {
  test('futures may be awaited together, and a cancellation reaches them all', async () => {
    const [first, second] = [1, 2].map(() => asyncio.coroutine(async () => await asyncio.sleep(10)));
    const work = asyncio.coroutine(async () => {
      const tasks = [first, second].map((make) => asyncio.create_task((make as () => asyncio.Coroutine)()));
      try {
        await Promise.all(tasks);
      } finally {
        await asyncio.sleep(1);
        seen.push(tasks.map((task) => task.cancelled()));
      }
    });
    const main = asyncio.coroutine(async () => {
      const task = asyncio.create_task(work());
      await asyncio.sleep(1);
      task.cancel('x');
      return await settled(task);
    });
    expect(await asyncio.run(main(), { loop_factory: () => virtualLoop() })).toBe('CancelledError: x');
    expect(seen).toEqual([[true, true]]);
  });

  test('the results of futures that are awaited together are their own', async () => {
    const main = asyncio.coroutine(async () => {
      const loop = asyncio.get_running_loop();
      const futures = [3, 1, 2].map((n) => {
        const future = loop.create_future<number>();
        loop.call_later(n, () => future.set_result(n));
        return future;
      });
      const race = await Promise.race(futures);
      return [race, await Promise.all(futures), loop.time()];
    });
    expect(await asyncio.run(main(), { loop_factory: () => virtualLoop() })).toEqual([1, [3, 1, 2], 3]);
  });

  test('two coroutines are refused, and the error names gather', async () => {
    const main = asyncio.coroutine(async () => {
      const results = await Promise.allSettled([asyncio.sleep(1, 'a'), asyncio.sleep(1, 'b')]);
      return results.map((result) => (result.status === 'fulfilled' ? result.value : errorText(result.reason)));
    });
    const warnings = recordWarnings();
    expect(await asyncio.run(main(), { loop_factory: () => virtualLoop() })).toEqual([
      'a',
      'RuntimeError: two coroutines are awaited at once in one task; run them concurrently with asyncio.gather(a, b), ' +
        'or make tasks of them with asyncio.create_task',
    ]);
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'sleep' was never awaited"]);
  });
});
