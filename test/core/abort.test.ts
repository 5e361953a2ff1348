/** `abort_signal`, `from_signal` and `to_promise`. */
import { getEventListeners } from 'node:events';
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

inEveryWay('abort_signal', (kit) => {
  const waiting = kit.coroutine(
    async (signals: AbortSignal[], times: number) => {
      for (let i = 0; i < times; i++) {
        try {
          signals.push(asyncio.abort_signal());
          await asyncio.sleep(5);
        } catch (error) {
          if (!(error instanceof asyncio.CancelledError)) throw error;
        }
      }
    },
    function* (signals: AbortSignal[], times: number) {
      for (let i = 0; i < times; i++) {
        try {
          signals.push(asyncio.abort_signal());
          yield* asyncio.sleep(5);
        } catch (error) {
          if (!(error instanceof asyncio.CancelledError)) throw error;
        }
      }
    },
  );

  test('has a reason without a message if the cancellation had none', async () => {
    const signals: AbortSignal[] = [];
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(waiting(signals, 1));
      yield* asyncio.sleep(1);
      task.cancel();
      yield* asyncio.gather(task, { return_exceptions: true });
    });
    await kit.run(main());
    expect(asyncio.repr(signals[0]!.reason)).toBe('CancelledError()');
  });

  test('is aborted when the task is cancelled, and only then', async () => {
    const signals: AbortSignal[] = [];
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(waiting(signals, 2));
      yield* asyncio.sleep(1);
      expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
      task.cancel('enough');
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
      yield* task;
    });
    await kit.run(main());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(asyncio.repr(signals[0]!.reason)).toBe("CancelledError('enough')");
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  });

  test('is one until then, and aborted already if the cancellation is on its way', async () => {
    const signals: AbortSignal[] = [];
    const ask = kit.coroutine(
      async () => {
        signals.push(asyncio.abort_signal(), asyncio.abort_signal());
        asyncio.current_task()!.cancel('itself');
        signals.push(asyncio.abort_signal());
        await asyncio.sleep(0);
      },
      function* () {
        signals.push(asyncio.abort_signal(), asyncio.abort_signal());
        asyncio.current_task()!.cancel('itself');
        signals.push(asyncio.abort_signal());
        yield* asyncio.sleep(0);
      },
    );
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(ask());
      yield* asyncio.wait([task]);
      return task.cancelled();
    });
    expect(await kit.run(main())).toBe(true);
    expect(signals[0]).toBe(signals[1]);
    expect(signals.map(({ aborted, reason }) => [aborted, asyncio.repr(reason)])).toEqual([
      [true, "CancelledError('itself')"],
      [true, "CancelledError('itself')"],
      [true, "CancelledError('itself')"],
    ]);
  });
});

test('a wait for a function of the host ends with its signal', async () => {
  const task = asyncio.coroutine(async () => {
    const signal = asyncio.abort_signal();
    await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  });
  const main = asyncio.coroutine(async () => {
    const waiting = asyncio.create_task(task());
    await asyncio.sleep(0.001);
    waiting.cancel('stop');
    await asyncio.wait([waiting]);
    return waiting.cancelled();
  });
  expect(await asyncio.run(main())).toBe(true);
});

test('abort_signal is for tasks', () => {
  expect(outcome(() => asyncio.abort_signal())).toBe('RuntimeError: no running event loop');
});

inEveryWay('from_signal', (kit) => {
  const sleeping = kit.coroutine(
    async (scope: asyncio.SignalScope, seconds: number) =>
      await asyncio.async_with(scope, async () => {
        await asyncio.sleep(seconds);
        return 'slept';
      }),
    function* (scope: asyncio.SignalScope, seconds: number) {
      return yield* asyncio.async_with(scope, function* () {
        yield* asyncio.sleep(seconds);
        return 'slept';
      });
    },
  );
  /** How a task ends that sleeps in a scope, while something happens after a second. */
  const ended = async (signal: AbortSignal, then: (task: asyncio.Task) => void): Promise<unknown> => {
    const scope = asyncio.from_signal(signal);
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(sleeping(scope, 5));
      asyncio.get_running_loop().call_later(1, then, task);
      yield* asyncio.wait([task]);
      const end = task.cancelled() ? 'cancelled' : (task.exception() ?? task.result());
      return [end, asyncio.repr(scope), task.cancelling()];
    });
    return await kit.run(main());
  };

  test('ends the body by the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new asyncio.ValueError('reason');
    expect(await ended(controller.signal, () => controller.abort(reason))).toEqual([
      reason,
      '<SignalScope aborted>',
      0,
    ]);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  test('does nothing if the signal is not aborted, or later', async () => {
    const controller = new AbortController();
    expect(await ended(controller.signal, () => undefined)).toEqual(['slept', '<SignalScope left>', 0]);
    controller.abort();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  test('ends the body at its first wait if the signal was aborted before', async () => {
    const [error, scope] = (await ended(AbortSignal.abort(), () => undefined)) as [DOMException, string];
    expect([error.name, scope]).toEqual(['AbortError', '<SignalScope aborted>']);
  });

  test('leaves a cancellation from elsewhere what it is', async () => {
    const controller = new AbortController();
    expect(await ended(controller.signal, (task) => task.cancel())).toEqual(['cancelled', '<SignalScope left>', 1]);
    expect(
      await ended(controller.signal, (task) => {
        controller.abort();
        task.cancel();
      }),
    ).toEqual(['cancelled', '<SignalScope aborted>', 1]);
  });

  test('keeps no listener, whatever happens, over 10,000 uses', async () => {
    const controller = new AbortController();
    let most = 0;
    const uses = asyncio.coroutine(function* () {
      // Debug mode records a stack for each task and future.
      for (let i = 0; i < (kit.debug ? 1_000 : 10_000); i++) {
        const task = asyncio.create_task(sleeping(asyncio.from_signal(controller.signal), 0));
        // One that started eagerly is within its scope already.
        if (!kit.eager) yield* asyncio.sleep(0);
        if (i % 3 === 0) task.cancel();
        if (i % 100 === 0) most = Math.max(most, getEventListeners(controller.signal, 'abort').length);
        yield* asyncio.wait([task]);
      }
    });
    await kit.run(uses());
    expect(most).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  }, 30_000);

  test('is entered once, in a task, by async_with', async () => {
    const { signal } = new AbortController();
    const scope = asyncio.from_signal(signal);
    expect(asyncio.repr(scope)).toBe('<SignalScope>');
    await kit.run(sleeping(scope, 0));
    await expect(kit.run(sleeping(scope, 0))).rejects.toThrow('SignalScope has already been entered');
    const loop = virtualLoop();
    loop.call_soon(() => {
      expect(outcome(() => asyncio.from_signal(signal).__aenter__().send(null))).toBe(
        'RuntimeError: SignalScope should be used inside a task',
      );
      loop.stop();
    });
    await loop.run_forever();
    loop.close();
    expect(outcome(() => scope[Symbol.asyncDispose]())).toMatch(/async_with/);
    expect(outcome(() => asyncio.from_signal(5 as never))).toBe('TypeError: an AbortSignal was expected, got 5');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('to_promise', () => {
  test('gives the outcome of a future, a task, a coroutine', async () => {
    const loop = virtualLoop();
    const future = loop.create_future<string>();
    const promise = asyncio.to_promise(future);
    expect(promise).toBeInstanceOf(Promise);
    loop.call_soon(() => future.set_result('set'));
    const failing = asyncio.coroutine(function* () {
      yield* asyncio.sleep(0);
      throw new asyncio.ValueError('bad');
    });
    const main = asyncio.coroutine(async () => {
      const cancelled = loop.create_future();
      const promises = [
        asyncio.to_promise(asyncio.sleep(1, 'slept')),
        asyncio.to_promise(() => asyncio.sleep(1, 'thunk')),
        asyncio.to_promise({ fut: asyncio.create_task(failing()) } as never),
        asyncio.to_promise(cancelled),
      ];
      const settled = asyncio.wrap_future(Promise.allSettled(promises));
      cancelled.cancel('stop');
      await asyncio.sleep(2);
      return await settled;
    });
    const settled = await loop.run_until_complete(main());
    loop.close();
    expect(await promise).toBe('set');
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : asyncio.repr(one.reason)))).toEqual([
      'slept',
      'thunk',
      "ValueError('bad')",
      "CancelledError('stop')",
    ]);
  });

  test('refuses what can not be awaited', () => {
    expect(outcome(() => asyncio.to_promise(5 as never))).toBe(
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    );
  });
});
