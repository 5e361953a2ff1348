/** `shield`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, raising, turn } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

const shield = asyncio.shield as (...args: unknown[]) => asyncio.Future<unknown>;
const future = (): asyncio.Future<unknown> => asyncio.get_running_loop().create_future();

acrossTheMatrix('shield', (kit) => {
  const after = (seconds: number, value: unknown): asyncio.Coroutine<unknown> =>
    kit.steps(
      () => asyncio.sleep(seconds),
      () => value,
    );
  const failing = (seconds: number): asyncio.Coroutine<unknown> =>
    kit.steps(() => asyncio.sleep(seconds), raising(new asyncio.ValueError('inner')));
  /** The futures that steps have made. */
  const made: asyncio.Future<unknown>[] = [];
  const last = (): asyncio.Future<unknown> => made[made.length - 1]!;

  test('gives the result, or the error, of what it waits for', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => shield(after(1, 'coroutine')),
        () => shield(asyncio.create_task(after(1, 'task'))),
        () => shield(() => after(1, 'function')),
        () => shield(failing(1)),
      ),
    ).toEqual(["'coroutine'", "'task'", "'function'", 'ValueError: inner']);
  });

  test('of what is done already is that itself', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void made.push(future()),
        () => void last().set_result('done'),
        () => shield(last()) === last(),
        () => void made.push(future()),
        () => void last().cancel('cancelled'),
        () => shield(last()) === last(),
        () => shield(last()),
      ),
    ).toEqual(['True', 'True', 'CancelledError: cancelled']);
  });

  test('cancelled, lets go on what it waits for', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () => start('inner', () => asyncio.sleep(2, 'saved')),
        () => start('outer', () => shield(tasks.inner)),
        () => asyncio.sleep(1),
        () => cancel('outer', 'stop'),
        () => cancel('outer', 'stop again'),
        turn,
        () => [tasks.outer!.cancelled(), tasks.outer!.cancelling(), tasks.inner!.done(), tasks.inner!.cancelling()],
        () => tasks.inner,
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual(['outer: CancelledError: stop', '[True, 2, False, 0]', "inner: 'saved'", '2']);
  });

  test('is cancelled when what it waits for is, though not with the message', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () => start('inner', () => asyncio.sleep(2)),
        () => start('outer', () => shield(tasks.inner)),
        () => asyncio.sleep(1),
        () => cancel('inner', 'inside'),
        () => asyncio.sleep(1),
        () => [tasks.outer!.cancelled(), tasks.outer!.cancelling(), tasks.inner!.cancelled()],
      ),
    ).toEqual(['inner: CancelledError: inside', 'outer: CancelledError', '[True, 0, True]']);
  });

  test('cancelled in the iteration in which what it waits for is done', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () => start('inner', () => asyncio.sleep(1, 'done')),
        () => start('outer', () => shield(tasks.inner)),
        () => asyncio.sleep(1),
        () => cancel('outer', 'now'),
        () => asyncio.sleep(1),
        () => [tasks.outer!.cancelled(), tasks.inner!.done()],
      ),
    ).toEqual(["inner: 'done'", 'outer: CancelledError: now', '[True, True]']);
  });

  test('of which both are cancelled', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () => start('inner', () => asyncio.sleep(9)),
        () => start('outer', () => shield(tasks.inner)),
        turn,
        turn,
        () => cancel('inner', 'inner'),
        () => cancel('outer', 'outer'),
        () => asyncio.sleep(1),
        () => [tasks.outer!.cancelled(), tasks.inner!.cancelled()],
      ),
    ).toEqual(['inner: CancelledError: inner', 'outer: CancelledError: outer', '[True, True]']);
  });

  test('may be ended by hand, and lets go on what it waits for', async () => {
    const { run, note, loop } = kit.stage();
    loop.set_exception_handler((_loop, context) => note(context.exception));
    expect(
      await run(
        () => void made.push(future()),
        () => void made.push(shield(last())),
        () => void last().set_result('by hand'),
        () => last(),
        () => void made[made.length - 2]!.set_result('ignored'),
        turn,
        () => [last(), made[made.length - 2]],
      ),
    ).toEqual([
      "'by hand'",
      "InvalidStateError('invalid state')",
      "[<Future finished result='by hand'>, <Future finished result='ignored'>]",
    ]);
  });

  test('tells the loop of an error that comes when nobody waits any more', async () => {
    const { run, note, loop, start, cancel, tasks } = kit.stage();
    loop.set_exception_handler((_loop, context) => note([context.message, context.exception]));
    expect(
      await run(
        () => void made.push(asyncio.create_task(failing(2), { name: 'inner' })),
        () => start('a', () => shield(last())),
        () => start('b', () => shield(last())),
        () => asyncio.sleep(1),
        () => cancel('a'),
        () => cancel('b'),
        () => asyncio.sleep(2),
        () => [tasks.a!.cancelled(), tasks.b!.cancelled(), last().exception()],
      ),
    ).toEqual([
      'a: CancelledError',
      'b: CancelledError',
      "['ValueError exception in shielded future', ValueError('inner')]",
      "[True, True, ValueError('inner')]",
    ]);
  });

  test('tells the loop nothing of what ends well, or is cancelled, when nobody waits any more', async () => {
    const { run, note, loop, start, cancel, tasks } = kit.stage();
    loop.set_exception_handler((_loop, context) => note([context.message, context.exception]));
    expect(
      await run(
        () => start('well', () => asyncio.sleep(2, 'fine')),
        () => start('cancelled', () => asyncio.sleep(9)),
        () => start('a', () => shield(tasks.well)),
        () => start('b', () => shield(tasks.cancelled)),
        () => asyncio.sleep(1),
        () => cancel('a'),
        () => cancel('b'),
        () => asyncio.sleep(2),
        () => cancel('cancelled'),
        () => asyncio.sleep(1),
        () => [tasks.well!.done(), tasks.cancelled!.done()],
      ),
    ).toEqual(['a: CancelledError', 'b: CancelledError', "well: 'fine'", 'cancelled: CancelledError', '[True, True]']);
  });

  test('lets somebody else get the error although one has left', async () => {
    const { run, note, loop, start, cancel, tasks } = kit.stage();
    loop.set_exception_handler((_loop, context) => note([context.message, context.exception]));
    expect(
      await run(
        () => void made.push(asyncio.create_task(failing(2), { name: 'inner' })),
        () => start('a', () => shield(last())),
        () => start('b', () => shield(last())),
        () => asyncio.sleep(1),
        () => cancel('a'),
        () => asyncio.sleep(2),
        () => [tasks.a!.cancelled(), tasks.b!.done()],
      ),
    ).toEqual([
      'a: CancelledError',
      "['ValueError exception in shielded future', ValueError('inner')]",
      'b: ValueError: inner',
      '[True, True]',
    ]);
  });

  test('is a future of its own, which is pending', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void made.push(future()),
        () => void made.push(shield(last())),
        () => [last(), last() === made[made.length - 2]],
        () => [made[made.length - 2]],
        () => last().cancel(),
        () => [last(), made[made.length - 2]],
        turn,
        () => [made[made.length - 2]],
        () => made[made.length - 2]!.cancel(),
      ),
    ).toEqual([
      '[<Future pending cb=[shield.<locals>._outer_done_callback()]>, False]',
      '[<Future pending cb=[shield.<locals>._clear_awaited_by_callback(), shield.<locals>._inner_done_callback()]>]',
      'True',
      '[<Future cancelled>, <Future pending cb=[shield.<locals>._clear_awaited_by_callback(), shield.<locals>._inner_done_callback()]>]',
      // CPython leaves another callback here, _clear_awaited_by_callback.
      '[<Future pending cb=[_log_on_exception()]>]',
      'True',
    ]);
  });

  test("refuses what can't be awaited", async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => shield(1),
        () => shield(null),
      ),
    ).toEqual([
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    ]);
  });
});

test('takes one awaitable', () => {
  expect([
    calling(asyncio, 'shield'),
    calling(asyncio, 'shield', 1, 2),
    calling(asyncio, 'shield', { fut: 1 }),
  ]).toEqual([
    "TypeError: shield() missing 1 required positional argument: 'arg'",
    'TypeError: shield() takes 1 positional argument but 2 were given',
    "TypeError: shield() got an unexpected keyword argument 'fut'",
  ]);
});

test('takes its awaitable by keyword, and promises', async () => {
  const main = asyncio.coroutine(function* () {
    return [
      yield* asyncio.shield({ arg: asyncio.sleep(0, 'coroutine') }),
      yield* asyncio.shield(Promise.resolve('promise')),
    ];
  });
  expect(await asyncio.run(main())).toEqual(['coroutine', 'promise']);
});
