/** `wait_for`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

const waitFor = asyncio.wait_for as (...args: unknown[]) => asyncio.Coroutine<unknown>;
const now = (): unknown => asyncio.get_running_loop().time();
const cancelling = (): unknown => asyncio.current_task()!.cancelling();

acrossTheMatrix('wait_for', (kit) => {
  const after = (seconds: number, value: unknown): asyncio.Coroutine<unknown> =>
    kit.steps(
      () => asyncio.sleep(seconds),
      () => value,
    );
  /** Answers a cancellation with what some steps give. */
  const answering = (...steps: (() => unknown)[]): asyncio.Coroutine<unknown> =>
    kit.rescued(
      () => asyncio.sleep(9),
      () => kit.steps(...steps),
    );
  const start = (stage: Stage, name: string, coroutine: asyncio.Coroutine<unknown>): void => {
    stage.start(name, () => coroutine);
  };

  test('gives the result, or the error, of what is in time', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => waitFor(after(1, 'coroutine'), 2),
        () => waitFor(asyncio.create_task(after(1, 'task')), { timeout: 2 }),
        () => waitFor(() => after(1, 'function'), 2),
        () =>
          waitFor(
            kit.steps(() => asyncio.sleep(1), raising(new asyncio.ValueError('error'))),
            2,
          ),
        () => [now(), cancelling()],
      ),
    ).toEqual(["'coroutine'", "'task'", "'function'", 'ValueError: error', '[4, 0]']);
  });

  test('waits as long as it takes when there is no limit', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => waitFor(after(1000, 'coroutine'), null),
        () => waitFor(asyncio.create_task(after(1000, 'task')), { timeout: null }),
        now,
      ),
    ).toEqual(["'coroutine'", "'task'", '2000']);
  });

  test('cancels what is too slow, and ends when that has', async () => {
    const { run, note, start, tasks } = kit.stage();
    expect(
      await run(
        () => waitFor(after(9, 'never'), 1),
        () => start('a', () => answering(() => asyncio.sleep(2), raising(new asyncio.CancelledError('late')))),
        () => waitFor(tasks.a, 1),
        () => [tasks.a!.cancelled(), now(), cancelling()],
        () =>
          waitFor(
            answering(
              () => note('cleans up'),
              () => asyncio.sleep(2),
              raising(new asyncio.CancelledError('x')),
            ),
            1,
          ),
        now,
      ),
    ).toEqual([
      'TimeoutError',
      'a: CancelledError: late',
      'TimeoutError',
      '[True, 4, 0]',
      'cleans up',
      'TimeoutError',
      '7',
    ]);
  });

  test('raises a TimeoutError because of the CancelledError', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () =>
          kit.rescued(
            () => waitFor(after(9, 'never'), 1),
            (error) => [error, error.cause],
          ),
        () =>
          kit.rescued(
            () => waitFor(asyncio.create_task(after(9, 'never')), 0),
            (error) => [error, error.cause],
          ),
      ),
    ).toEqual(['[TimeoutError(), CancelledError()]', '[TimeoutError(), CancelledError()]']);
  });

  test('gives the result by which its coroutine answers the cancellation', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () =>
          waitFor(
            answering(
              () => asyncio.sleep(1),
              () => 'late result',
            ),
            1,
          ),
        () => waitFor(answering(raising(new asyncio.KeyError('late error'))), 1),
        () => [now(), cancelling()],
      ),
    ).toEqual(["'late result'", "KeyError: 'late error'", '[3, 0]']);
  });

  test('of a task that answers its cancellation by a result or an error', async () => {
    const { run, start, tasks } = kit.stage();
    expect(
      await run(
        () =>
          start('a', () =>
            answering(
              () => asyncio.sleep(1),
              () => 'late result',
            ),
          ),
        () => waitFor(tasks.a, 1),
        () => start('b', () => answering(raising(new asyncio.KeyError('late error')))),
        () => waitFor(tasks.b, 1),
        () => [now(), cancelling()],
      ),
    ).toEqual(["a: 'late result'", "b: KeyError: 'late error'", '[3, 0]']);
  });

  test('without time takes what is done, and never begins a coroutine', async () => {
    const { run, note, start, tasks } = kit.stage();
    const future = (): asyncio.Future<unknown> => asyncio.get_running_loop().create_future();
    expect(
      await run(
        () => start('done', () => asyncio.sleep(0, 'done')),
        () => asyncio.sleep(1),
        () => waitFor(tasks.done, 0),
        () =>
          waitFor(
            kit.steps(
              () => note('begins'),
              turn,
              () => note('never'),
            ),
            0,
          ),
        () =>
          waitFor(
            kit.steps(
              () => note('begins'),
              turn,
              () => note('never'),
            ),
            -1,
          ),
        () => waitFor(future(), 0),
        () => start('slow', () => asyncio.sleep(9)),
        turn,
        () => waitFor(tasks.slow, 0),
        () => tasks.slow!.cancelled(),
        () =>
          start('stubborn', () =>
            answering(
              () => asyncio.sleep(1),
              () => 'stayed',
            ),
          ),
        turn,
        () => waitFor(tasks.stubborn, 0),
        now,
        () => start('failing', () => answering(raising(new asyncio.KeyError('late')))),
        turn,
        () => waitFor(tasks.failing, -5),
        () => [now(), cancelling()],
      ),
    ).toEqual(
      kit.eager
        ? [
            "done: 'done'",
            'begins',
            'TimeoutError',
            'begins',
            'TimeoutError',
            'TimeoutError',
            'slow: CancelledError',
            'TimeoutError',
            'True',
            "stubborn: 'stayed'",
            '2',
            "failing: KeyError: 'late'",
            '[2, 0]',
          ]
        : [
            "done: 'done'",
            'TimeoutError',
            'TimeoutError',
            'TimeoutError',
            'slow: CancelledError',
            'TimeoutError',
            'True',
            "stubborn: 'stayed'",
            '2',
            "failing: KeyError: 'late'",
            '[2, 0]',
          ],
    );
  });

  test('without time takes what has failed or was cancelled', async () => {
    const { run } = kit.stage();
    const failed = new asyncio.Future<unknown>({ loop: asyncio.new_event_loop() });
    failed.set_exception(new asyncio.ValueError('failed'));
    const cancelled = new asyncio.Future<unknown>({ loop: failed.get_loop() });
    cancelled.cancel('before');
    expect(
      await run(
        () => waitFor(failed, 0),
        () => waitFor(cancelled, 0),
        () => void failed.get_loop().close(),
      ),
    ).toEqual(['ValueError: failed', 'CancelledError: before']);
  });

  test('is over in the iteration in which the time is over', async () => {
    const { run, start, tasks } = kit.stage();
    const future = (seconds: number): asyncio.Future<unknown> => {
      const made = asyncio.get_running_loop().create_future();
      asyncio.get_running_loop().call_later(seconds, () => made.set_result('just in time'));
      return made;
    };
    expect(
      await run(
        () => waitFor(after(1, 'coroutine'), 1),
        () => start('a', () => asyncio.sleep(1, 'task')),
        () => waitFor(tasks.a, 1),
        () => waitFor(future(1), 1),
        () => [now(), cancelling()],
      ),
    ).toEqual(['TimeoutError', 'a: CancelledError', 'TimeoutError', 'TimeoutError', '[3, 0]']);
  });

  test('cancels what it waits for when it is cancelled', async () => {
    const stage = kit.stage();
    const { run, cancel, tasks } = stage;
    expect(
      await run(
        () => start(stage, 'inner', after(9, 'never')),
        () => stage.start('waiter', () => waitFor(tasks.inner, 50)),
        () =>
          stage.start('other', () =>
            waitFor(
              answering(() => 'answer'),
              null,
            ),
          ),
        () => asyncio.sleep(1),
        () => cancel('waiter', 'stop'),
        () => cancel('other', 'stop'),
        turn,
        turn,
        () => [
          tasks.inner!.cancelled(),
          tasks.waiter!.cancelled(),
          tasks.other!.cancelled(),
          tasks.waiter!.cancelling(),
        ],
      ),
    ).toEqual([
      'inner: CancelledError: stop',
      "other: 'answer'",
      'waiter: CancelledError: stop',
      '[True, True, False, 1]',
    ]);
  });

  test('is never begun by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    const { run, cancel, tasks } = stage;
    expect(
      await run(
        () => start(stage, 'inner', after(1, 'ends')),
        () => stage.start('waiter', () => waitFor(tasks.inner, 50)),
        () => cancel('waiter', 'early'),
        () => asyncio.sleep(2),
        () => [tasks.inner!.cancelled(), tasks.waiter!.cancelled()],
      ),
    ).toEqual(
      kit.eager
        ? ['inner: CancelledError: early', 'waiter: CancelledError: early', '[True, True]']
        : ["inner: 'ends'", '[False, True]'],
    );
  });

  test('is cancelled in the iteration in which it would return', async () => {
    const stage = kit.stage();
    const { run, cancel, tasks } = stage;
    expect(
      await run(
        () => start(stage, 'inner', after(1, 'ends')),
        () => stage.start('waiter', () => waitFor(tasks.inner, 50)),
        () => asyncio.sleep(1),
        () => cancel('waiter', 'now'),
        () => cancel('waiter', 'again'),
        () => asyncio.sleep(1),
        () => [tasks.inner!.cancelled(), tasks.waiter!.cancelled(), tasks.waiter!.cancelling()],
      ),
    ).toEqual(
      kit.eager
        ? ["inner: 'ends'", 'waiter: CancelledError: again', '[False, True, 2]']
        : ['inner: CancelledError: again', 'waiter: CancelledError: again', '[True, True, 2]'],
    );
  });

  test('is cancelled while it waits for the end of what was too slow', async () => {
    const stage = kit.stage();
    const { run, cancel, tasks } = stage;
    expect(
      await run(
        () =>
          stage.start('inner', () =>
            answering(
              () => asyncio.sleep(5),
              () => 'late',
            ),
          ),
        turn,
        () => stage.start('without time', () => waitFor(tasks.inner, 0)),
        () => asyncio.sleep(1),
        () => cancel('without time', 'stop'),
        turn,
        () => [tasks['without time']!.cancelled(), tasks.inner!.done(), tasks.inner!.cancelling()],
        () =>
          stage.start('with time', () =>
            waitFor(
              answering(
                () => asyncio.sleep(5),
                () => 'late',
              ),
              1,
            ),
          ),
        () => asyncio.sleep(2),
        () => cancel('with time', 'stop'),
        turn,
        () => [tasks['with time']!.cancelled(), tasks['with time']!.cancelling()],
        () => asyncio.sleep(9),
      ),
    ).toEqual([
      'without time: CancelledError: stop',
      '[True, False, 1]',
      'with time: CancelledError: stop',
      '[True, 1]',
      "inner: 'late'",
    ]);
  });

  test('keeps requests that were made before', async () => {
    const stage = kit.stage();
    const { run, cancel, tasks } = stage;
    expect(
      await run(
        () =>
          stage.start(
            'a',
            () =>
              kit.rescued(
                () => asyncio.sleep(9),
                () => cancelling(),
              ),
            () =>
              kit.rescued(
                () => waitFor(asyncio.sleep(9), 1),
                (error) => [error, cancelling()],
              ),
          ),
        turn,
        () => cancel('a', 'swallowed'),
        () => asyncio.sleep(3),
        () => [tasks.a!.cancelled(), tasks.a!.cancelling()],
      ),
    ).toEqual(['a: 1', 'a: [TimeoutError(), 1]', '[False, 1]']);
  });

  test("refuses what can't be awaited, and a time that is none", async () => {
    const { run } = kit.stage();
    const coroutine = asyncio.sleep(0, 'unused');
    expect(
      await run(
        () => waitFor(1, 1),
        () => waitFor(null, null),
        () => waitFor(1, 0),
        () => waitFor(coroutine, 'x'),
        () => waitFor(coroutine, [1]),
        () => coroutine,
        turn,
      ),
    ).toEqual([
      "TypeError: 'int' object can't be awaited",
      "TypeError: 'NoneType' object can't be awaited",
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
      "TypeError: '<=' not supported between instances of 'str' and 'int'",
      "TypeError: '<=' not supported between instances of 'list' and 'int'",
      "'unused'",
    ]);
  });
});

test('takes an awaitable and a time', () => {
  expect([
    calling(asyncio, 'wait_for'),
    calling(asyncio, 'wait_for', 1),
    calling(asyncio, 'wait_for', 1, 2, 3),
    calling(asyncio, 'wait_for', 1, { time: 2 }),
    calling(asyncio, 'wait_for', { timeout: 2 }),
    calling(asyncio, 'wait_for', { fut: 1, timeout: 2, loop: 3 }),
  ]).toEqual([
    "TypeError: wait_for() missing 2 required positional arguments: 'fut' and 'timeout'",
    "TypeError: wait_for() missing 1 required positional argument: 'timeout'",
    'TypeError: wait_for() takes 2 positional arguments but 3 were given',
    "TypeError: wait_for() got an unexpected keyword argument 'time'",
    "TypeError: wait_for() missing 1 required positional argument: 'fut'",
    "TypeError: wait_for() got an unexpected keyword argument 'loop'",
  ]);
});

test('is a coroutine function, whose coroutine has its name', () => {
  const coroutine = waitFor({ fut: null, timeout: 1 });
  expect([plain(coroutine), asyncio.inspect.iscoroutinefunction(asyncio.wait_for)]).toEqual([
    '<coroutine object wait_for at 0x…>',
    true,
  ]);
  coroutine.close();
});
