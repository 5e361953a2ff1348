/** `timeout`, `timeout_at` and `Timeout`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, raising, turn } from '../support/matrix';
import { calling, failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

const cancelling = (): unknown => asyncio.current_task()!.cancelling();

acrossTheMatrix('Timeout', (kit) => {
  const within = (scope: asyncio.Timeout, ...steps: (() => unknown)[]): asyncio.Coroutine<unknown> =>
    asyncio.async_with(scope, () => kit.steps(...steps));
  const state = (scope: asyncio.Timeout): unknown => [scope, scope.when(), scope.expired()];

  test('is created, active, and finished if its body was quick enough', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(2);
    expect(
      await run(
        () => state(scope),
        () => asyncio.async_with(scope, (entered) => [entered === scope, entered]),
        () => state(scope),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual([
      '[<Timeout [created]>, 2, False]',
      '[True, <Timeout [finished]>]',
      '[<Timeout [finished]>, 2, False]',
      '0',
    ]);
  });

  test('is active, expiring and expired if its body was too slow', async () => {
    const { run, note } = kit.stage();
    const scope = new asyncio.Timeout(2);
    expect(
      await run(
        () =>
          within(scope, () =>
            kit.rescued(
              () => asyncio.sleep(5),
              (error) => kit.steps(() => note([error, state(scope), cancelling()]), raising(error)),
            ),
          ),
        () => [state(scope), cancelling(), asyncio.get_running_loop().time()],
      ),
    ).toEqual([
      '[CancelledError(), [<Timeout [expiring]>, 2, True], 1]',
      'TimeoutError',
      '[[<Timeout [expired]>, 2, True], 0, 2]',
    ]);
  });

  test('raises a TimeoutError because of its CancelledError', async () => {
    const { run } = kit.stage();
    expect(
      await run(() =>
        kit.rescued(
          () => within(new asyncio.Timeout(1), () => asyncio.sleep(5)),
          (error) => [error, error.cause, error.cause === (error as asyncio.BaseException).__context__],
        ),
      ),
    ).toEqual(['[TimeoutError(), CancelledError(), True]']);
  });

  test('shows its time with three decimals', async () => {
    const { run, note } = kit.stage();
    const show = (when: number | null): unknown => {
      const scope = new asyncio.Timeout(when);
      return within(scope, () => note(scope));
    };
    expect(
      await run(
        () => show(1.2345),
        () => show(1.2346),
        () => show(0.0625),
        () => show(0.1875),
        () => show(0.3125),
        () => show(0.4375),
        () => show(2.5),
        () => show(12),
        () => show(0.0004),
        () => show(1e17),
        () => show(1234567.0625),
        () => show(-0.0625),
        () => show(null),
      ),
    ).toEqual([
      '<Timeout [active] when=1.234>',
      '<Timeout [active] when=1.235>',
      '<Timeout [active] when=0.062>',
      '<Timeout [active] when=0.188>',
      '<Timeout [active] when=0.312>',
      '<Timeout [active] when=0.438>',
      '<Timeout [active] when=2.5>',
      '<Timeout [active] when=12.0>',
      '<Timeout [active] when=0.0>',
      '<Timeout [active] when=1e+17>',
      '<Timeout [active] when=1234567.062>',
      '<Timeout [active] when=-0.062>',
      '<Timeout [active] when=None>',
    ]);
  });

  test('without a limit lets its body take its time', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => within(new asyncio.Timeout(null), () => asyncio.sleep(1000, 'slept')),
        () => within(asyncio.timeout(null), () => asyncio.sleep(1000, 'slept')),
        () => within(asyncio.timeout_at(null), () => asyncio.sleep(1000, 'slept')),
        () => within(asyncio.timeout(undefined), () => asyncio.sleep(1000, 'slept')),
      ),
    ).toEqual(["'slept'", "'slept'", "'slept'", "'slept'"]);
  });

  test('counts from now, or to a point of time', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => asyncio.sleep(10),
        () => [asyncio.timeout(5).when(), asyncio.timeout_at(5).when(), asyncio.timeout({ delay: 1 }).when()],
        () => [asyncio.timeout_at({ when: 3 }).when(), new asyncio.Timeout({ when: 4 }).when()],
        () => within(asyncio.timeout(5), () => asyncio.sleep(5.5)),
        () => asyncio.get_running_loop().time(),
        () => within(asyncio.timeout_at(16), () => asyncio.sleep(5)),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual(['[15, 5, 11]', '[3, 4]', 'TimeoutError', '15', 'TimeoutError', '16']);
  });

  test('that is over from the start lets its body run up to its first wait', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => within(asyncio.timeout(0), () => 'no wait'),
        () =>
          within(
            asyncio.timeout(0),
            () => note('begins'),
            turn,
            () => note('never'),
          ),
        () =>
          within(
            asyncio.timeout(-1),
            () => note('begins'),
            () => asyncio.sleep(1),
            () => note('never'),
          ),
        () =>
          within(
            asyncio.timeout_at(-5),
            () => note('begins'),
            turn,
            () => note('never'),
          ),
        cancelling,
      ),
    ).toEqual(["'no wait'", 'begins', 'TimeoutError', 'begins', 'TimeoutError', 'begins', 'TimeoutError', '0']);
  });

  test('can be moved while it is active', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(1);
    expect(
      await run(
        () =>
          within(
            scope,
            () => scope.reschedule(3),
            () => asyncio.sleep(2),
            () => scope.reschedule({ when: null }),
            () => asyncio.sleep(2),
            () => scope.reschedule(5),
            () => asyncio.sleep(2),
          ),
        () => state(scope),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual(['TimeoutError', '[<Timeout [expired]>, 5, True]', '5']);
  });

  test('that is moved to now or earlier expires in the next iteration', async () => {
    const { run, note } = kit.stage();
    const now = new asyncio.Timeout(10);
    const past = new asyncio.Timeout(10);
    expect(
      await run(
        () =>
          within(
            now,
            () => asyncio.sleep(2),
            () => now.reschedule(2),
            () => note(now),
            turn,
            () => note('never'),
          ),
        () =>
          within(
            past,
            () => past.reschedule(1),
            () => note(past),
            () => asyncio.sleep(1),
          ),
        () => [state(now), state(past), asyncio.get_running_loop().time()],
      ),
    ).toEqual([
      '<Timeout [active] when=2.0>',
      'TimeoutError',
      '<Timeout [active] when=1.0>',
      'TimeoutError',
      '[[<Timeout [expired]>, 2, True], [<Timeout [expired]>, 1, True], 2]',
    ]);
  });

  test("that was to expire and is moved away doesn't", async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(10);
    expect(
      await run(
        () =>
          within(
            scope,
            () => scope.reschedule(0),
            () => scope.reschedule(5),
            turn,
            () => asyncio.sleep(1, 'in time'),
          ),
        () => state(scope),
      ),
    ).toEqual(["'in time'", '[<Timeout [finished]>, 5, False]']);
  });

  test('can be moved only while it is active', async () => {
    const { run, note } = kit.stage();
    const finished = new asyncio.Timeout(1);
    const expired = new asyncio.Timeout(1);
    const created = new asyncio.Timeout(1);
    expect(
      await run(
        () => created.reschedule(1),
        () => within(finished, () => null),
        () => finished.reschedule(1),
        () =>
          within(expired, () =>
            kit.rescued(
              () => asyncio.sleep(5),
              (error) => kit.steps(() => note(outcome(() => expired.reschedule(9))), raising(error)),
            ),
          ),
        () => expired.reschedule(null),
        () => [created, finished, expired],
      ),
    ).toEqual([
      'RuntimeError: Timeout has not been entered',
      'RuntimeError: Cannot change state of finished Timeout',
      'RuntimeError: Cannot change state of expiring Timeout',
      'TimeoutError',
      'RuntimeError: Cannot change state of expired Timeout',
      '[<Timeout [created]>, <Timeout [finished]>, <Timeout [expired]>]',
    ]);
  });

  test('refuses a time that is none', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout('soon' as never);
    expect(
      await run(
        () => scope.when(),
        () => within(scope, () => null),
        () => asyncio.timeout('soon' as never),
        () => within(asyncio.timeout_at([] as never), () => null),
        () => within(new asyncio.Timeout(1), () => 'fine'),
      ),
    ).toEqual([
      "'soon'",
      "TypeError: '<=' not supported between instances of 'str' and 'float'",
      "TypeError: unsupported operand type(s) for +: 'float' and 'str'",
      "TypeError: '<=' not supported between instances of 'list' and 'float'",
      "'fine'",
    ]);
  });

  test('is entered once, and in a task', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(5);
    expect(
      await run(
        () => within(scope, () => scope.__aenter__()),
        () => scope,
        () => scope.__aenter__(),
        () => scope,
      ),
    ).toEqual([
      'RuntimeError: Timeout has already been entered',
      '<Timeout [finished]>',
      'RuntimeError: Timeout has already been entered',
      '<Timeout [finished]>',
    ]);
  });

  test('of which the inner one is over first ends only that one', async () => {
    const { run, note } = kit.stage();
    const outer = new asyncio.Timeout(3);
    const inner = new asyncio.Timeout(1);
    expect(
      await run(
        () =>
          within(
            outer,
            () =>
              kit.rescued(
                () => within(inner, () => asyncio.sleep(5)),
                (error) => note([error, cancelling()]),
              ),
            () => asyncio.sleep(1),
            () => note('the outer one goes on'),
          ),
        () => [outer, inner, cancelling()],
      ),
    ).toEqual(['[TimeoutError(), 0]', 'the outer one goes on', '[<Timeout [finished]>, <Timeout [expired]>, 0]']);
  });

  test('of which the outer one is over first lets the CancelledError pass through the inner one', async () => {
    const { run, note } = kit.stage();
    const outer = new asyncio.Timeout(1);
    const inner = new asyncio.Timeout(3);
    expect(
      await run(
        () =>
          within(outer, () =>
            kit.rescued(
              () => within(inner, () => asyncio.sleep(5)),
              (error) => kit.steps(() => note([error, inner, cancelling()]), raising(error)),
            ),
          ),
        () => [outer, inner, cancelling()],
      ),
    ).toEqual([
      '[CancelledError(), <Timeout [finished]>, 1]',
      'TimeoutError',
      '[<Timeout [expired]>, <Timeout [finished]>, 0]',
    ]);
  });

  test('of which both are over at the same time ends with the outer one', async () => {
    const { run, note } = kit.stage();
    const outer = new asyncio.Timeout(1);
    const inner = new asyncio.Timeout(1);
    expect(
      await run(
        () =>
          within(outer, () =>
            kit.rescued(
              () => within(inner, () => asyncio.sleep(5)),
              (error) => kit.steps(() => note([error, inner, cancelling()]), raising(error)),
            ),
          ),
        () => [outer, inner, cancelling()],
      ),
    ).toEqual([
      '[CancelledError(), <Timeout [expired]>, 1]',
      'TimeoutError',
      '[<Timeout [expired]>, <Timeout [expired]>, 0]',
    ]);
  });

  test('leaves a cancellation from outside what it is', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const scope = new asyncio.Timeout(5);
    expect(
      await run(
        () => start('a', () => within(scope, () => asyncio.sleep(9))),
        () => asyncio.sleep(1),
        () => cancel('a', 'from outside'),
        turn,
        () => [scope, tasks.a!.cancelled(), tasks.a!.cancelling(), asyncio.get_running_loop().time()],
      ),
    ).toEqual(['a: CancelledError: from outside', '[<Timeout [finished]>, True, 1, 1]']);
  });

  test('is never entered by a task that is cancelled before it starts', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const scope = new asyncio.Timeout(5);
    expect(
      await run(
        () => start('a', () => within(scope, () => asyncio.sleep(9))),
        () => cancel('a', 'early'),
        () => asyncio.sleep(1),
        () => [scope, tasks.a!.cancelled()],
      ),
    ).toEqual(
      kit.eager ? ['a: CancelledError: early', '[<Timeout [finished]>, True]'] : ['[<Timeout [created]>, True]'],
    );
  });

  test('that is over in the iteration in which the task is cancelled leaves the cancellation what it is', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const early = new asyncio.Timeout(1);
    const late = new asyncio.Timeout(2);
    expect(
      await run(
        () => void asyncio.get_running_loop().call_at(1, () => cancel('a', 'first the cancellation')),
        () => start('a', () => within(early, () => asyncio.sleep(9))),
        () => asyncio.sleep(1.5),
        () => [early, tasks.a!.cancelled(), tasks.a!.cancelling()],
        () => start('b', () => within(late, () => asyncio.sleep(9))),
        turn,
        () => void asyncio.get_running_loop().call_at(2, () => cancel('b', 'first the timeout')),
        () => asyncio.sleep(1),
        () => [late, tasks.b!.cancelled(), tasks.b!.cancelling()],
      ),
    ).toEqual([
      'a: CancelledError: first the cancellation',
      '[<Timeout [expired]>, True, 1]',
      'b: CancelledError',
      '[<Timeout [expired]>, True, 1]',
    ]);
  });

  test('that expires is a TimeoutError although the task was cancelled before it was entered', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () =>
          start(
            'a',
            () =>
              kit.rescued(
                () => asyncio.sleep(9),
                (error) => error,
              ),
            () => within(asyncio.timeout(1), () => asyncio.sleep(9)),
          ),
        turn,
        () => cancel('a', 'swallowed'),
        () => asyncio.sleep(3),
        () => [tasks.a!.cancelled(), tasks.a!.cancelling()],
      ),
    ).toEqual(["a: CancelledError('swallowed')", 'a: TimeoutError', '[False, 1]']);
  });

  test('whose body is done in the iteration in which it is over', async () => {
    const { run, start } = kit.stage();
    const first = new asyncio.Timeout(1);
    const second = new asyncio.Timeout(2);
    expect(
      await run(
        () => start('a', () => within(first, () => asyncio.sleep(1, 'slept'))),
        () => asyncio.sleep(1.5),
        () => first,
        () =>
          start('b', () =>
            kit.steps(() =>
              within(
                second,
                () => asyncio.sleep(0.25),
                () => asyncio.sleep(0.25),
              ),
            ),
          ),
        () => asyncio.sleep(1),
        () => second,
      ),
    ).toEqual(['a: TimeoutError', '<Timeout [expired]>', 'b: TimeoutError', '<Timeout [expired]>']);
  });

  test('that is over when its body has ended by itself raises nothing', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(1);
    expect(
      await run(
        () =>
          within(scope, () =>
            kit.rescued(
              () => asyncio.sleep(5),
              () => 'swallowed',
            ),
          ),
        () => [scope, cancelling()],
        turn,
      ),
    ).toEqual(["'swallowed'", '[<Timeout [expired]>, 0]']);
  });

  test("lets another error of the body pass, and tells of itself in the error's history", async () => {
    const { run } = kit.stage();
    const failing = (error: asyncio.BaseException, context: Error): Error => {
      error.__context__ = context;
      return error;
    };
    const histories = (error: asyncio.BaseException): unknown => [
      error,
      error.__context__,
      (error.__context__ as asyncio.BaseException).__context__,
    ];
    const failsLate = (make: (cancelled: Error) => Error): unknown =>
      kit.rescued(
        () =>
          within(asyncio.timeout(1), () =>
            kit.rescued(
              () => asyncio.sleep(5),
              (error) => raising(make(error))(),
            ),
          ),
        (error) => [histories(error as asyncio.BaseException), cancelling()],
      );
    expect(
      await run(
        () => failsLate((cancelled) => failing(new asyncio.ValueError('direct'), cancelled)),
        () =>
          failsLate((cancelled) => failing(new asyncio.ValueError('a'), failing(new asyncio.KeyError('b'), cancelled))),
      ),
    ).toEqual([
      "[[ValueError('direct'), TimeoutError(), CancelledError()], 0]",
      "[[ValueError('a'), KeyError('b'), TimeoutError()], 0]",
    ]);
    expect(
      await kit.stage().run(() =>
        kit.rescued(
          () =>
            within(asyncio.timeout(1), () =>
              kit.rescued(
                () => asyncio.sleep(5),
                (error) => {
                  throw new asyncio.ExceptionGroup('group', [
                    failing(new asyncio.ValueError('member'), error),
                    new asyncio.KeyError('other'),
                  ]);
                },
              ),
            ),
          (error) =>
            (error as asyncio.ExceptionGroup).exceptions.map((one) => (one as asyncio.BaseException).__context__),
        ),
      ),
    ).toEqual(['[TimeoutError(), None]']);
  });

  test('lets an error of the body pass before it is over', async () => {
    const { run } = kit.stage();
    const scope = new asyncio.Timeout(1);
    expect(
      await run(
        () => within(scope, () => asyncio.sleep(0.5), raising(new asyncio.ValueError('body'))),
        () => [scope, cancelling()],
        () => asyncio.sleep(1),
        () => scope,
      ),
    ).toEqual(['ValueError: body', '[<Timeout [finished]>, 0]', '<Timeout [finished]>']);
  });

  test('lets an error of the body pass that comes when the task was cancelled from outside as well', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const scope = new asyncio.Timeout(1);
    expect(
      await run(
        () =>
          start('a', () =>
            kit.rescued(
              () =>
                within(scope, () =>
                  kit.rescued(
                    () => asyncio.sleep(5),
                    () =>
                      kit.steps(
                        () =>
                          kit.rescued(
                            () => asyncio.sleep(5),
                            () => null,
                          ),
                        raising(new asyncio.KeyError('k')),
                      ),
                  ),
                ),
              (error) => [error, (error as asyncio.BaseException).__context__, cancelling()],
            ),
          ),
        () => asyncio.sleep(2),
        () => cancel('a', 'again'),
        turn,
        () => [scope, tasks.a!.cancelled(), tasks.a!.cancelling()],
      ).then((seen) => seen.map((line) => line.replace(/CancelledError\(.*?\)/, 'CancelledError'))),
    ).toEqual(["a: [KeyError('k'), None, 1]", '[<Timeout [expired]>, False, 1]']);
  });
});

test('needs a running loop only to count from now', () => {
  expect([outcome(() => asyncio.timeout(1)), plain(asyncio.timeout_at(1)), plain(new asyncio.Timeout(1))]).toEqual([
    'RuntimeError: no running event loop',
    '<Timeout [created]>',
    '<Timeout [created]>',
  ]);
});

test('is entered in a task', () => {
  const scope = new asyncio.Timeout(1);
  const entering = scope.__aenter__();
  expect(outcome(() => entering.send(null))).toBe('RuntimeError: no running event loop');
  expect(plain(scope)).toBe('<Timeout [created]>');
});

test('takes a time', async () => {
  const scope = new asyncio.Timeout(1);
  expect([
    making(asyncio.Timeout),
    making(asyncio.Timeout, 1, 2),
    making(asyncio.Timeout, { delay: 1 }),
    calling(asyncio, 'timeout'),
    calling(asyncio, 'timeout', 1, 2),
    calling(asyncio, 'timeout', { when: 1 }),
    calling(asyncio, 'timeout_at'),
    calling(asyncio, 'timeout_at', 1, 2),
    calling(asyncio, 'timeout_at', { delay: 1 }),
    calling(scope, 'reschedule'),
    calling(scope, 'reschedule', 1, 2),
    calling(scope, 'reschedule', { delay: 1 }),
    calling(scope, '__aexit__'),
    calling(scope, '__aexit__', 1, 2, 3, 4),
  ]).toEqual([
    "TypeError: Timeout.__init__() missing 1 required positional argument: 'when'",
    'TypeError: Timeout.__init__() takes 2 positional arguments but 3 were given',
    "TypeError: Timeout.__init__() got an unexpected keyword argument 'delay'",
    "TypeError: timeout() missing 1 required positional argument: 'delay'",
    'TypeError: timeout() takes 1 positional argument but 2 were given',
    "TypeError: timeout() got an unexpected keyword argument 'when'",
    "TypeError: timeout_at() missing 1 required positional argument: 'when'",
    'TypeError: timeout_at() takes 1 positional argument but 2 were given',
    "TypeError: timeout_at() got an unexpected keyword argument 'delay'",
    "TypeError: Timeout.reschedule() missing 1 required positional argument: 'when'",
    'TypeError: Timeout.reschedule() takes 2 positional arguments but 3 were given',
    "TypeError: Timeout.reschedule() got an unexpected keyword argument 'delay'",
    "TypeError: Timeout.__aexit__() missing 3 required positional arguments: 'exc_type', 'exc_val', and 'exc_tb'",
    'TypeError: Timeout.__aexit__() takes 4 positional arguments but 5 were given',
  ]);
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const scope = new asyncio.Timeout(1);
  const coroutines = [scope.__aenter__(), scope.__aexit__(null, null, null)];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object Timeout.__aenter__ at 0x…>',
    '<coroutine object Timeout.__aexit__ at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  const methods = [scope.__aenter__, scope.__aexit__, scope.reschedule, asyncio.timeout];
  expect(methods.map((method) => asyncio.inspect.iscoroutinefunction(method))).toEqual([true, true, false, false]);
});

test('refuses `await using`, which would hide the exception of the body from it', () => {
  expect(outcome(() => new asyncio.Timeout(1)[Symbol.asyncDispose])).toMatch(
    /^RuntimeError: Timeout has to see the exception of its body, .*; use await asyncio.async_with\(/,
  );
});
