/** `Semaphore` and `BoundedSemaphore`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Semaphore', (kit) => {
  const taker = (stage: Stage, semaphore: asyncio.Semaphore, name: string): void =>
    stage.start(
      name,
      () => semaphore.acquire(),
      () => semaphore,
    );

  test('gives its permits away, then lets wait, first come, first served', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(2);
    expect(
      await stage.run(
        () => [semaphore, semaphore.locked()],
        () => semaphore.acquire(),
        () => [semaphore, semaphore.locked()],
        () => semaphore.acquire(),
        () => [semaphore, semaphore.locked()],
        () => taker(stage, semaphore, 'a'),
        () => taker(stage, semaphore, 'b'),
        () => taker(stage, semaphore, 'c'),
        turn,
        () => semaphore,
        () => semaphore.release(),
        () => semaphore,
        turn,
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore,
        turn,
        () => semaphore,
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore,
      ),
    ).toEqual([
      '[<asyncio.locks.Semaphore object at 0x… [unlocked, value:2]>, False]',
      'True',
      '[<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>, False]',
      'True',
      '[<asyncio.locks.Semaphore object at 0x… [locked]>, True]',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:3]>',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:3]>',
      'a: True',
      'a: <asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      'b: True',
      'b: <asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
      'c: True',
      'c: <asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [unlocked, value:3]>',
    ]);
  });

  test('starts with one permit, or none, or what it is told', async () => {
    const stage = kit.stage();
    const none = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => [new asyncio.Semaphore(), new asyncio.Semaphore({ value: 3 }), none],
        () => taker(stage, none, 'a'),
        turn,
        () => none,
        () => none.release(),
        turn,
        () => none,
      ),
    ).toEqual([
      '[<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>, <asyncio.locks.Semaphore object at 0x… [unlocked, value:3]>, <asyncio.locks.Semaphore object at 0x… [locked]>]',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
      'a: True',
      'a: <asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('is not taken by somebody who comes while another one wakes up', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(1);
    expect(
      await stage.run(
        () => semaphore.acquire(),
        () => taker(stage, semaphore, 'a'),
        turn,
        () => semaphore.release(),
        () => semaphore.release(),
        () => [semaphore, semaphore.locked()],
        () => semaphore.acquire(),
        () => stage.note('main has it'),
        () => semaphore,
      ),
    ).toEqual([
      'True',
      '[<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>, True]',
      'a: True',
      'a: <asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
      'True',
      'main has it',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('wakes all who had to stand behind one that was woken, as far as there are permits', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        turn,
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore.release(),
        () => taker(stage, semaphore, 'b'),
        () => taker(stage, semaphore, 'c'),
        () => taker(stage, semaphore, 'd'),
        () => semaphore,
        turn,
        () => semaphore,
        turn,
        () => semaphore,
        () => semaphore.release(),
        turn,
      ),
    ).toEqual(
      kit.eager
        ? [
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:4]>',
            'a: True',
            'a: <asyncio.locks.Semaphore object at 0x… [locked, waiters:3]>',
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:3]>',
            'b: True',
            'b: <asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
            'c: True',
            'c: <asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            'd: True',
            'd: <asyncio.locks.Semaphore object at 0x… [locked]>',
          ]
        : [
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            'a: True',
            'a: <asyncio.locks.Semaphore object at 0x… [unlocked, value:2]>',
            'b: True',
            'b: <asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>',
            'c: True',
            'c: <asyncio.locks.Semaphore object at 0x… [locked]>',
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            'd: True',
            'd: <asyncio.locks.Semaphore object at 0x… [locked]>',
          ],
    );
  });

  test('is never waited for by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        () => stage.cancel('a', 'early'),
        () => semaphore,
        turn,
        () => [semaphore, stage.tasks.a!.cancelled()],
      ),
    ).toEqual(
      kit.eager
        ? [
            '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
            'a: CancelledError: early',
            '[<asyncio.locks.Semaphore object at 0x… [locked]>, True]',
          ]
        : [
            '<asyncio.locks.Semaphore object at 0x… [locked]>',
            '[<asyncio.locks.Semaphore object at 0x… [locked]>, True]',
          ],
    );
  });

  test('goes to the next one when a task is cancelled that waits', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        () => taker(stage, semaphore, 'b'),
        turn,
        () => stage.cancel('a', 'stop'),
        () => stage.cancel('a', 'stop again'),
        () => semaphore,
        () => semaphore.release(),
        () => semaphore,
        turn,
        () => semaphore,
      ),
    ).toEqual([
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      'a: CancelledError: stop',
      'b: True',
      'b: <asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('goes to the next one when a task is cancelled in the iteration in which it would get it', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        () => taker(stage, semaphore, 'b'),
        turn,
        () => semaphore.release(),
        () => stage.cancel('a', 'too late'),
        () => semaphore,
        turn,
        () => semaphore,
        turn,
        () => semaphore,
      ),
    ).toEqual([
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      'a: CancelledError: too late',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
      'b: True',
      'b: <asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('keeps the permit that nobody can take any more', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        turn,
        () => semaphore.release(),
        () => stage.cancel('a'),
        turn,
        () => semaphore,
        () => semaphore.acquire(),
        () => semaphore,
      ),
    ).toEqual([
      'a: CancelledError',
      '<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>',
      'True',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('is taken at once if everybody in line was cancelled', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    expect(
      await stage.run(
        () => taker(stage, semaphore, 'a'),
        () => taker(stage, semaphore, 'b'),
        turn,
        () => stage.cancel('a'),
        () => stage.cancel('b'),
        () => semaphore.release(),
        () => [semaphore, semaphore.locked()],
        () => semaphore.acquire(),
        () => semaphore,
        turn,
        () => semaphore,
      ),
    ).toEqual([
      '[<asyncio.locks.Semaphore object at 0x… [unlocked, value:1, waiters:2]>, False]',
      'True',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      'a: CancelledError',
      'b: CancelledError',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('loses a permit to an error that somebody throws into the wait, and wakes others for the rest', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(0);
    const wait = semaphore.acquire();
    expect(
      await stage.run(
        () => void wait.send(null),
        () => semaphore.release(),
        () => semaphore.release(),
        () => taker(stage, semaphore, 'b'),
        turn,
        () => semaphore,
        () => wait.throw(new asyncio.ValueError('by hand')),
        () => semaphore,
        turn,
        () => semaphore,
      ),
    ).toEqual([
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:2]>',
      'ValueError: by hand',
      '<asyncio.locks.Semaphore object at 0x… [locked, waiters:1]>',
      'b: True',
      'b: <asyncio.locks.Semaphore object at 0x… [locked]>',
      '<asyncio.locks.Semaphore object at 0x… [locked]>',
    ]);
  });

  test('is held inside of a manager', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.Semaphore(1);
    expect(
      await stage.run(
        () => asyncio.async_with(semaphore, (value) => [value, semaphore.locked()]),
        () => semaphore,
        () => asyncio.async_with(semaphore, raising(new asyncio.KeyError('k'))),
        () => semaphore,
      ),
    ).toEqual([
      '[None, True]',
      '<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>',
      "KeyError: 'k'",
      '<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>',
    ]);
  });

  test('that is bounded is released only as often as it was acquired', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.BoundedSemaphore(2);
    expect(
      await stage.run(
        () => semaphore,
        () => semaphore.release(),
        () => semaphore.acquire(),
        () => semaphore.acquire(),
        () => taker(stage, semaphore, 'a'),
        turn,
        () => semaphore.release(),
        () => semaphore,
        turn,
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore.release(),
        () => semaphore,
        () => asyncio.async_with(semaphore, () => semaphore),
        () => semaphore,
      ),
    ).toEqual([
      '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>',
      'ValueError: BoundedSemaphore released too many times',
      'True',
      'True',
      '<asyncio.locks.BoundedSemaphore object at 0x… [locked, waiters:1]>',
      'a: True',
      'a: <asyncio.locks.BoundedSemaphore object at 0x… [locked]>',
      'ValueError: BoundedSemaphore released too many times',
      '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>',
      '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>',
      '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>',
    ]);
  });

  test('that is bounded takes back the permit of a task that is cancelled as it gets it', async () => {
    const stage = kit.stage();
    const semaphore = new asyncio.BoundedSemaphore(1);
    expect(
      await stage.run(
        () => semaphore.acquire(),
        () => taker(stage, semaphore, 'a'),
        turn,
        () => semaphore.release(),
        () => stage.cancel('a'),
        turn,
        () => semaphore,
        () => semaphore.release(),
      ),
    ).toEqual([
      'True',
      'a: CancelledError',
      '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:1]>',
      'ValueError: BoundedSemaphore released too many times',
    ]);
  });
});

test('takes a value that is not less than 0', () => {
  expect([
    making(asyncio.Semaphore, -1),
    making(asyncio.Semaphore, { value: -1 }),
    making(asyncio.Semaphore, 'x'),
    making(asyncio.Semaphore, null),
    making(asyncio.Semaphore, true),
    making(asyncio.Semaphore, 1, 2),
    making(asyncio.Semaphore, { values: 1 }),
    making(asyncio.Semaphore, 0),
    making(asyncio.BoundedSemaphore, -1),
    making(asyncio.BoundedSemaphore, 'x'),
    making(asyncio.BoundedSemaphore, 1, 2),
    making(asyncio.BoundedSemaphore, { values: 1 }),
    making(asyncio.BoundedSemaphore, { value: 2 }),
    making(asyncio.BoundedSemaphore),
  ]).toEqual([
    'ValueError: Semaphore initial value must be >= 0',
    'ValueError: Semaphore initial value must be >= 0',
    "TypeError: '<' not supported between instances of 'str' and 'int'",
    "TypeError: '<' not supported between instances of 'NoneType' and 'int'",
    '<asyncio.locks.Semaphore object at 0x… [unlocked, value:True]>',
    'TypeError: Semaphore.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Semaphore.__init__() got an unexpected keyword argument 'values'. Did you mean 'value'?",
    '<asyncio.locks.Semaphore object at 0x… [locked]>',
    'ValueError: Semaphore initial value must be >= 0',
    "TypeError: '<' not supported between instances of 'str' and 'int'",
    'TypeError: BoundedSemaphore.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: BoundedSemaphore.__init__() got an unexpected keyword argument 'values'. Did you mean 'value'?",
    '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>',
    '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:1]>',
  ]);
});

test('is acquired and released without arguments', () => {
  const semaphore = new asyncio.Semaphore();
  const bounded = new asyncio.BoundedSemaphore();
  expect([
    calling(semaphore, 'acquire', 1),
    calling(semaphore, 'acquire', { blocking: false }),
    calling(semaphore, 'release', 2),
    calling(semaphore, 'release', { n: 2 }),
    calling(bounded, 'acquire', 1),
    calling(bounded, 'release', 2),
    plain(semaphore),
    plain(bounded),
  ]).toEqual([
    'TypeError: Semaphore.acquire() takes 1 positional argument but 2 were given',
    "TypeError: Semaphore.acquire() got an unexpected keyword argument 'blocking'",
    'TypeError: Semaphore.release() takes 1 positional argument but 2 were given',
    "TypeError: Semaphore.release() got an unexpected keyword argument 'n'",
    'TypeError: Semaphore.acquire() takes 1 positional argument but 2 were given',
    'TypeError: BoundedSemaphore.release() takes 1 positional argument but 2 were given',
    '<asyncio.locks.Semaphore object at 0x… [unlocked, value:1]>',
    '<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:1]>',
  ]);
});

test('has a coroutine function to acquire it', () => {
  const semaphore = new asyncio.BoundedSemaphore();
  const coroutine = semaphore.acquire();
  expect([plain(coroutine), asyncio.inspect.iscoroutinefunction(semaphore.acquire)]).toEqual([
    '<coroutine object Semaphore.acquire at 0x…>',
    true,
  ]);
  coroutine.close();
});

test('shows as an object of its class', () => {
  class Own extends asyncio.Semaphore {}
  class OwnBounded extends asyncio.BoundedSemaphore {}
  expect([plain(new Own()), plain(new OwnBounded())]).toEqual([
    '<Own object at 0x… [unlocked, value:1]>',
    '<OwnBounded object at 0x… [unlocked, value:1]>',
  ]);
});
