/** `Barrier`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Barrier', (kit) => {
  const comer = (stage: Stage, barrier: asyncio.Barrier, name: string): void =>
    stage.start(
      name,
      () => barrier.wait(),
      () => barrier,
    );
  const state = (barrier: asyncio.Barrier): unknown => [barrier, barrier.n_waiting, barrier.broken, barrier.parties];

  test('lets its tasks go on when enough have come, each with a number of its own', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => state(barrier),
        () => comer(stage, barrier, 'a'),
        () => comer(stage, barrier, 'b'),
        turn,
        () => state(barrier),
        () => comer(stage, barrier, 'c'),
        turn,
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual(
      kit.eager
        ? [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:2/3]>, 2, False, 3]',
            'c: 2',
            'c: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'a: 0',
            'a: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ]
        : [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:2/3]>, 2, False, 3]',
            'c: 2',
            'c: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>, 0, False, 3]',
            'a: 0',
            'a: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ],
    );
  });

  test('can be used again, and lets who comes too early wait for the next time', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(2);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        turn,
        () => comer(stage, barrier, 'b'),
        turn,
        () => comer(stage, barrier, 'c'),
        turn,
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => comer(stage, barrier, 'd'),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual([
      'b: 1',
      'b: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
      'a: 0',
      'a: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
      'd: 1',
      'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
      'c: 0',
      'c: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
    ]);
  });

  test('of one lets everybody pass', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier({ parties: 1 });
    expect(
      await stage.run(
        () => barrier.wait(),
        () => barrier.wait(),
        () => state(barrier),
      ),
    ).toEqual(['0', '0', '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/1]>, 0, False, 1]']);
  });

  test('is left by a task that is cancelled, while the others wait on', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(2);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        turn,
        () => stage.cancel('a', 'stop'),
        () => state(barrier),
        turn,
        () => state(barrier),
        () => comer(stage, barrier, 'b'),
        () => comer(stage, barrier, 'c'),
        () => stage.cancel('b', 'early'),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => comer(stage, barrier, 'd'),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => barrier.abort(),
        () => asyncio.sleep(1),
      ),
    ).toEqual(
      kit.eager
        ? [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
            'a: CancelledError: stop',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            'c: 1',
            'c: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            'b: CancelledError: early',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
            'd: BrokenBarrierError: Abort or reset of barrier',
          ]
        : [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
            'a: CancelledError: stop',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>, 1, False, 2]',
            'd: 1',
            'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            'c: 0',
            'c: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
          ],
    );
  });

  test('lets the others go on when a task is cancelled that was let go already', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        () => comer(stage, barrier, 'b'),
        turn,
        () => comer(stage, barrier, 'c'),
        turn,
        () => stage.cancel('a', 'too late'),
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => comer(stage, barrier, 'd'),
        () => comer(stage, barrier, 'e'),
        () => comer(stage, barrier, 'f'),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual(
      kit.eager
        ? [
            'c: 2',
            'c: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'a: 0',
            'a: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            'f: 2',
            'f: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'd: 0',
            'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'e: 1',
            'e: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ]
        : [
            'c: 2',
            'c: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>, 0, False, 3]',
            'a: CancelledError: too late',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            'f: 2',
            'f: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'd: 0',
            'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
            'e: 1',
            'e: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ],
    );
  });

  test('that is reset sends those away who wait, and is new then', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => barrier.reset(),
        () => state(barrier),
        () => comer(stage, barrier, 'a'),
        () => comer(stage, barrier, 'b'),
        turn,
        () => barrier.reset(),
        () => state(barrier),
        () => comer(stage, barrier, 'early'),
        turn,
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => stage.cancel('early'),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual(
      kit.eager
        ? [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [resetting, waiters:0/3]>, 0, False, 3]',
            'a: BrokenBarrierError: Abort or reset of barrier',
            'b: BrokenBarrierError: Abort or reset of barrier',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/3]>, 1, False, 3]',
            'early: CancelledError',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ]
        : [
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [resetting, waiters:0/3]>, 0, False, 3]',
            'a: BrokenBarrierError: Abort or reset of barrier',
            'b: BrokenBarrierError: Abort or reset of barrier',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/3]>, 1, False, 3]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:1/3]>, 1, False, 3]',
            'early: CancelledError',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
          ],
    );
  });

  test('may be reset again while those leave who were sent away', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        turn,
        () => barrier.reset(),
        () => barrier.reset(),
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual([
      '[<asyncio.locks.Barrier object at 0x… [resetting, waiters:0/3]>, 0, False, 3]',
      'a: BrokenBarrierError: Abort or reset of barrier',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
    ]);
  });

  test('that is aborted sends everybody away until it is reset', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(2);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        turn,
        () => barrier.abort(),
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => barrier.wait(),
        () => barrier.abort(),
        () => state(barrier),
        () => barrier.reset(),
        () => state(barrier),
        () => comer(stage, barrier, 'b'),
        () => barrier.wait(),
        () => asyncio.sleep(1),
      ),
    ).toEqual(
      kit.eager
        ? [
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            'a: BrokenBarrierError: Abort or reset of barrier',
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            'BrokenBarrierError: Barrier aborted',
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            '1',
            'b: 0',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
          ]
        : [
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            'a: BrokenBarrierError: Abort or reset of barrier',
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            'BrokenBarrierError: Barrier aborted',
            '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 2]',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            '0',
          ],
    );
  });

  test('that is reset while it lets its tasks go sends them away', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        () => comer(stage, barrier, 'b'),
        turn,
        () =>
          stage.start(
            'c',
            () => barrier.wait(),
            () => barrier.reset(),
            () => barrier,
          ),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => comer(stage, barrier, 'd'),
        () => comer(stage, barrier, 'e'),
        () => comer(stage, barrier, 'f'),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual([
      'c: 2',
      'c: <asyncio.locks.Barrier object at 0x… [resetting, waiters:0/3]>',
      'a: BrokenBarrierError: Abort or reset of barrier',
      'b: BrokenBarrierError: Abort or reset of barrier',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
      'f: 2',
      'f: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
      'd: 0',
      'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/3]>',
      'e: 1',
      'e: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>',
      '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/3]>, 0, False, 3]',
    ]);
  });

  test('that is aborted while it lets its tasks go stays broken', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(3);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        () => comer(stage, barrier, 'b'),
        turn,
        () =>
          stage.start(
            'c',
            () => barrier.wait(),
            () => barrier.abort(),
            () => barrier,
          ),
        () => asyncio.sleep(1),
        () => state(barrier),
        () => barrier.wait(),
      ),
    ).toEqual([
      'c: 2',
      'c: <asyncio.locks.Barrier object at 0x… [broken]>',
      'a: BrokenBarrierError: Abort or reset of barrier',
      'b: BrokenBarrierError: Abort or reset of barrier',
      '[<asyncio.locks.Barrier object at 0x… [broken]>, 0, True, 3]',
      'BrokenBarrierError: Barrier aborted',
    ]);
  });

  test('wakes those who wait for it to be empty when the last one leaves by a cancellation', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(2);
    expect(
      await stage.run(
        () => comer(stage, barrier, 'a'),
        turn,
        () => comer(stage, barrier, 'b'),
        () => comer(stage, barrier, 'c'),
        () => comer(stage, barrier, 'd'),
        turn,
        () => stage.cancel('a', 'as it goes'),
        () => state(barrier),
        () => asyncio.sleep(1),
        () => state(barrier),
      ),
    ).toEqual(
      kit.eager
        ? [
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            'a: 0',
            'a: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            'd: 1',
            'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            'c: 0',
            'c: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
          ]
        : [
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>, 0, False, 2]',
            'a: CancelledError: as it goes',
            'd: 1',
            'd: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            'c: 0',
            'c: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
          ],
    );
  });

  test('is a manager, which waits on entry', async () => {
    const stage = kit.stage();
    const barrier = new asyncio.Barrier(2);
    expect(
      await stage.run(
        () => stage.start('a', () => asyncio.async_with(barrier, (index) => ['in', index])),
        () =>
          asyncio.async_with(barrier, (index) =>
            kit.steps(
              () => stage.note(['in', index]),
              turn,
              () => 'left',
            ),
          ),
        turn,
        () => state(barrier),
        () => comer(stage, barrier, 'b'),
        () => asyncio.async_with(barrier, raising(new asyncio.KeyError('k'))),
        turn,
        () => barrier.__aexit__(),
        () => barrier.__aexit__(1, 2, 3, 4, 5),
        () => state(barrier),
      ),
    ).toEqual(
      kit.eager
        ? [
            "['in', 1]",
            "a: ['in', 0]",
            "'left'",
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            "KeyError: 'k'",
            'b: 0',
            'b: <asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
          ]
        : [
            "a: ['in', 1]",
            "['in', 0]",
            "'left'",
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
            'b: 1',
            'b: <asyncio.locks.Barrier object at 0x… [draining, waiters:0/2]>',
            "KeyError: 'k'",
            '[<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>, 0, False, 2]',
          ],
    );
  });
});

test('takes the number of its parties, which is not less than 1', () => {
  const barrier = new asyncio.Barrier(2);
  expect([
    making(asyncio.Barrier),
    making(asyncio.Barrier, 0),
    making(asyncio.Barrier, -1),
    making(asyncio.Barrier, 'x'),
    making(asyncio.Barrier, null),
    making(asyncio.Barrier, 1, 2),
    making(asyncio.Barrier, { parties: 2 }),
    making(asyncio.Barrier, { party: 2 }),
    making(asyncio.Barrier, 1),
    calling(barrier, 'wait', 1),
    calling(barrier, 'wait', { timeout: 1 }),
  ]).toEqual([
    "TypeError: Barrier.__init__() missing 1 required positional argument: 'parties'",
    'ValueError: parties must be >= 1',
    'ValueError: parties must be >= 1',
    "TypeError: '<' not supported between instances of 'str' and 'int'",
    "TypeError: '<' not supported between instances of 'NoneType' and 'int'",
    'TypeError: Barrier.__init__() takes 2 positional arguments but 3 were given',
    '<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>',
    "TypeError: Barrier.__init__() got an unexpected keyword argument 'party'",
    '<asyncio.locks.Barrier object at 0x… [filling, waiters:0/1]>',
    'TypeError: Barrier.wait() takes 1 positional argument but 2 were given',
    "TypeError: Barrier.wait() got an unexpected keyword argument 'timeout'",
  ]);
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const barrier = new asyncio.Barrier(2);
  const coroutines = [barrier.wait(), barrier.reset(), barrier.abort(), barrier.__aenter__(), barrier.__aexit__()];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object Barrier.wait at 0x…>',
    '<coroutine object Barrier.reset at 0x…>',
    '<coroutine object Barrier.abort at 0x…>',
    '<coroutine object Barrier.__aenter__ at 0x…>',
    '<coroutine object Barrier.__aexit__ at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  const methods = [barrier.wait, barrier.reset, barrier.abort, barrier.__aenter__, barrier.__aexit__];
  expect(methods.map((method) => asyncio.inspect.iscoroutinefunction(method))).toEqual([true, true, true, true, true]);
});

test('shows as an object of its class', () => {
  class Own extends asyncio.Barrier {}
  expect(plain(new Own(3))).toBe('<Own object at 0x… [filling, waiters:0/3]>');
});

test('is left by `await using`, where there is nothing to do', async () => {
  const barrier = new asyncio.Barrier(1);
  const main = asyncio.coroutine(async () => {
    await using held = await asyncio.enter(barrier);
    return held.value;
  });
  expect(await asyncio.run(main())).toBe(0);
  const disposal = barrier[Symbol.asyncDispose]();
  expect(plain(disposal)).toBe('<coroutine object Barrier.__aexit__ at 0x…>');
  expect(await asyncio.run(disposal)).toBeNull();
});
