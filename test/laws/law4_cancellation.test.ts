/** Law 4. Cancellation is an exception thrown at the await. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay } from '../support/styles';

const caught = (error: unknown): string => asyncio.repr(error);

inEveryWay('law 4: cancellation', (kit) => {
  /** Waits, and notes how the wait ended. */
  const waiter = kit.coroutine(
    async (seen: string[], awaitable: PromiseLike<unknown>) => {
      try {
        await awaitable;
        seen.push('done');
      } catch (error) {
        seen.push(caught(error));
        throw error;
      }
    },
    function* (seen: string[], awaitable: PromiseLike<unknown>) {
      try {
        yield* asyncio.await_(awaitable);
        seen.push('done');
      } catch (error) {
        seen.push(caught(error));
        throw error;
      }
    },
  );

  test('it is thrown at the await, with its message, at the next step', async () => {
    const seen: string[] = [];
    const steps = function* (): Generator<unknown, boolean, never> {
      const task = asyncio.create_task(waiter(seen, asyncio.sleep(10)));
      yield* asyncio.sleep(0);
      seen.push(String(task.cancel('enough')));
      seen.push('requested');
      yield* asyncio.gather(task, { return_exceptions: true });
      return task.cancelled();
    };
    const main = kit.coroutine(async () => {
      const task = asyncio.create_task(waiter(seen, asyncio.sleep(10)));
      await asyncio.sleep(0);
      seen.push(String(task.cancel('enough')));
      seen.push('requested');
      await asyncio.gather(task, { return_exceptions: true });
      return task.cancelled();
    }, steps);
    expect(await kit.run(main())).toBe(true);
    expect(seen).toEqual(['true', 'requested', "CancelledError('enough')"]);
  });

  test('it can be swallowed, and counts until it is taken back', async () => {
    const stubborn = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(10);
        } catch (error) {
          if (!(error instanceof asyncio.CancelledError)) throw error;
        }
        const task = asyncio.current_task();
        return [task?.cancelling(), task?.uncancel(), task?.cancelling(), await asyncio.sleep(1, 'slept')];
      },
      function* () {
        try {
          yield* asyncio.sleep(10);
        } catch (error) {
          if (!(error instanceof asyncio.CancelledError)) throw error;
        }
        const task = asyncio.current_task();
        return [task?.cancelling(), task?.uncancel(), task?.cancelling(), yield* asyncio.sleep(1, 'slept')];
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(stubborn());
        await asyncio.sleep(0);
        task.cancel();
        return await task;
      },
      function* () {
        const task = asyncio.create_task(stubborn());
        yield* asyncio.sleep(0);
        task.cancel();
        return yield* task;
      },
    );
    expect(await kit.run(main())).toEqual([1, 0, 0, 'slept']);
  });

  test('it is forwarded to the task that is awaited, and to the children of a gather', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        const inner = asyncio.create_task(waiter(seen, asyncio.sleep(10)));
        const outer = asyncio.create_task(waiter(seen, asyncio.gather(inner, asyncio.sleep(20))));
        await asyncio.sleep(0);
        await asyncio.sleep(0);
        outer.cancel('stop');
        await asyncio.gather(outer, { return_exceptions: true });
        return [inner.cancelled(), outer.cancelled()];
      },
      function* () {
        const inner = asyncio.create_task(waiter(seen, asyncio.sleep(10)));
        const outer = asyncio.create_task(waiter(seen, asyncio.gather(inner, asyncio.sleep(20))));
        yield* asyncio.sleep(0);
        yield* asyncio.sleep(0);
        outer.cancel('stop');
        yield* asyncio.gather(outer, { return_exceptions: true });
        return [inner.cancelled(), outer.cancelled()];
      },
    );
    expect(await kit.run(main())).toEqual([true, true]);
    expect(seen).toEqual(["CancelledError('stop')", "CancelledError('stop')"]);
  });

  test('it comes once for each request', async () => {
    const seen: string[] = [];
    const twice = kit.coroutine(
      async () => {
        for (let i = 0; i < 2; i++) {
          try {
            await asyncio.sleep(10);
            seen.push('slept');
          } catch (error) {
            seen.push(caught(error));
          }
        }
      },
      function* () {
        for (let i = 0; i < 2; i++) {
          try {
            yield* asyncio.sleep(10);
            seen.push('slept');
          } catch (error) {
            seen.push(caught(error));
          }
        }
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(twice());
        await asyncio.sleep(0);
        task.cancel('one');
        await task;
      },
      function* () {
        const task = asyncio.create_task(twice());
        yield* asyncio.sleep(0);
        task.cancel('one');
        yield* task;
      },
    );
    await kit.run(main());
    expect(seen).toEqual(["CancelledError('one')", 'slept']);
  });

  test('a task that cancels itself is interrupted at its next await', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        asyncio.current_task()?.cancel('me');
        seen.push('still here');
        await asyncio.sleep(1);
        seen.push('not reached');
      },
      function* () {
        asyncio.current_task()?.cancel('me');
        seen.push('still here');
        yield* asyncio.sleep(1);
        seen.push('not reached');
      },
    );
    await expect(kit.run(main())).rejects.toBeInstanceOf(asyncio.CancelledError);
    expect(seen).toEqual(['still here']);
  });
});
