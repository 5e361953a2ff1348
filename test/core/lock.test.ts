/** `Lock`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, turn } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Lock', (kit) => {
  test('is held by one, and goes to the others in the order in which they came', async () => {
    const { start, run } = kit.stage();
    const lock = new asyncio.Lock();
    const holdFor = (name: string, seconds: number): void =>
      start(
        name,
        () => lock.acquire(),
        () => asyncio.sleep(seconds),
        () => lock.release(),
      );
    expect(
      await run(
        () => lock.acquire(),
        () => lock.locked(),
        () => holdFor('a', 1),
        () => holdFor('b', 0),
        () => holdFor('c', 0),
        turn,
        () => lock,
        () => lock.release(),
        () => [lock, lock.locked()],
        turn,
        () => lock,
        () => lock.acquire(),
        () => lock,
      ),
    ).toEqual([
      'True',
      'True',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:3]>',
      '[<asyncio.locks.Lock object at 0x… [unlocked, waiters:3]>, False]',
      'a: True',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:2]>',
      'b: True',
      'c: True',
      'True',
      '<asyncio.locks.Lock object at 0x… [locked]>',
    ]);
  });

  test('that is free is not given to somebody who comes while another one wakes up', async () => {
    const { start, run, note } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () =>
          start(
            'a',
            () => lock.acquire(),
            () => note('a has it'),
            () => lock.release(),
          ),
        turn,
        () => lock.release(),
        () => lock,
        () => lock.acquire(),
        () => note('main has it'),
        () => lock.release(),
        () => lock,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:1]>',
      'a: True',
      'a has it',
      'True',
      'main has it',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
    ]);
  });

  test('is never waited for by a task that is cancelled before it starts', async () => {
    const { start, cancel, run, tasks } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        () => cancel('a', 'early'),
        () => lock,
        turn,
        () => lock,
        () => lock.release(),
        () => [lock, tasks.a!.cancelled(), tasks.a!.cancelling()],
      ),
    ).toEqual(
      kit.eager
        ? [
            'True',
            '<asyncio.locks.Lock object at 0x… [locked, waiters:1]>',
            'a: CancelledError: early',
            '<asyncio.locks.Lock object at 0x… [locked]>',
            '[<asyncio.locks.Lock object at 0x… [unlocked]>, True, 1]',
          ]
        : [
            'True',
            '<asyncio.locks.Lock object at 0x… [locked]>',
            '<asyncio.locks.Lock object at 0x… [locked]>',
            '[<asyncio.locks.Lock object at 0x… [unlocked]>, True, 1]',
          ],
    );
  });

  test('goes to the next one when a task is cancelled that waits', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        () =>
          start(
            'b',
            () => lock.acquire(),
            () => lock.release(),
          ),
        turn,
        () => cancel('a', 'stop'),
        () => lock,
        turn,
        () => lock,
        () => lock.release(),
        turn,
        () => lock,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:2]>',
      'a: CancelledError: stop',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:1]>',
      'b: True',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
    ]);
  });

  test('goes to the next one when a task is cancelled in the iteration in which it would get it', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        () =>
          start(
            'b',
            () => lock.acquire(),
            () => lock.release(),
          ),
        turn,
        () => lock.release(),
        () => cancel('a', 'too late'),
        () => lock,
        turn,
        () => lock,
        turn,
        () => lock,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:2]>',
      'a: CancelledError: too late',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:1]>',
      'b: True',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
    ]);
  });

  test('goes to the next one also when the task is cancelled first and the lock released then', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        () =>
          start(
            'b',
            () => lock.acquire(),
            () => lock.release(),
          ),
        turn,
        () => cancel('a'),
        () => lock.release(),
        () => lock,
        turn,
        () => lock,
        turn,
        () => lock,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:2]>',
      'a: CancelledError',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:1]>',
      'b: True',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
    ]);
  });

  test('is free when the only one that was to get it is cancelled', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        turn,
        () => lock.release(),
        () => cancel('a', 'once'),
        () => cancel('a', 'twice'),
        turn,
        () => lock,
        () => lock.acquire(),
      ),
    ).toEqual(['True', 'a: CancelledError: twice', '<asyncio.locks.Lock object at 0x… [unlocked]>', 'True']);
  });

  test('is taken at once if everybody in line was cancelled', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () => start('a', () => lock.acquire()),
        () => start('b', () => lock.acquire()),
        turn,
        () => cancel('a'),
        () => cancel('b'),
        () => lock.release(),
        () => lock,
        () => lock.acquire(),
        () => lock,
        turn,
        () => lock,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:2]>',
      'True',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:2]>',
      'a: CancelledError',
      'b: CancelledError',
      '<asyncio.locks.Lock object at 0x… [locked]>',
    ]);
  });

  test('stays with its holder when a task further behind is cancelled', async () => {
    const { start, cancel, run } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => lock.acquire(),
        () =>
          start(
            'a',
            () => lock.acquire(),
            () => lock.release(),
          ),
        () => start('b', () => lock.acquire()),
        turn,
        () => cancel('b'),
        turn,
        () => lock,
        turn,
        () => lock.release(),
        () => lock.acquire(),
        () => lock,
      ),
    ).toEqual([
      'True',
      'b: CancelledError',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:1]>',
      'a: True',
      'True',
      '<asyncio.locks.Lock object at 0x… [locked]>',
    ]);
  });

  test('is not passed on by an error that somebody throws into the wait', async () => {
    const { start, run, cancel } = kit.stage();
    const lock = new asyncio.Lock();
    const wait = lock.acquire();
    expect(
      await run(
        () => lock.acquire(),
        () => void wait.send(null),
        () => start('b', () => lock.acquire()),
        turn,
        () => lock.release(),
        () => wait.throw(new asyncio.ValueError('by hand')),
        turn,
        () => lock,
        () => cancel('b'),
        turn,
        () => lock,
      ),
    ).toEqual([
      'True',
      'ValueError: by hand',
      '<asyncio.locks.Lock object at 0x… [unlocked, waiters:1]>',
      'b: CancelledError',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
    ]);
  });

  test('is held inside of a manager, which gives nothing', async () => {
    const { run, note, start } = kit.stage();
    const lock = new asyncio.Lock();
    expect(
      await run(
        () => asyncio.async_with(lock, (value) => [value, lock.locked()]),
        () => lock.locked(),
        () =>
          asyncio.async_with(lock, () =>
            kit.steps(
              () => note(lock),
              () => {
                throw new asyncio.KeyError('k');
              },
            ),
          ),
        () => lock,
        () => lock.acquire(),
        () => start('a', () => asyncio.async_with(lock, () => note('a is in'))),
        turn,
        () => lock.release(),
        turn,
        () => lock,
        () => lock.__aenter__(),
        () => lock,
        () => lock.__aexit__(null, null, null),
        () => lock,
        () => lock.__aexit__(null, null, null),
      ),
    ).toEqual([
      '[None, True]',
      'False',
      '<asyncio.locks.Lock object at 0x… [locked]>',
      "KeyError: 'k'",
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
      'True',
      'a is in',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
      '<asyncio.locks.Lock object at 0x… [locked]>',
      '<asyncio.locks.Lock object at 0x… [unlocked]>',
      'RuntimeError: Lock is not acquired.',
    ]);
  });
});

test('takes no arguments', () => {
  const lock = new asyncio.Lock();
  expect([
    making(asyncio.Lock, 1),
    making(asyncio.Lock, { locked: true }),
    calling(lock, 'acquire', 1),
    calling(lock, 'acquire', { blocking: false }),
    calling(lock, 'release', 1),
    calling(lock, 'release', { x: 1 }),
    calling(lock, '__aexit__', 1),
    calling(lock, '__aexit__', 1, 2, 3, 4),
  ]).toEqual([
    'TypeError: Lock.__init__() takes 1 positional argument but 2 were given',
    "TypeError: Lock.__init__() got an unexpected keyword argument 'locked'",
    'TypeError: Lock.acquire() takes 1 positional argument but 2 were given',
    "TypeError: Lock.acquire() got an unexpected keyword argument 'blocking'",
    'TypeError: Lock.release() takes 1 positional argument but 2 were given',
    "TypeError: Lock.release() got an unexpected keyword argument 'x'",
    "TypeError: _ContextManagerMixin.__aexit__() missing 2 required positional arguments: 'exc' and 'tb'",
    'TypeError: _ContextManagerMixin.__aexit__() takes 4 positional arguments but 5 were given',
  ]);
});

test('can be released only by who holds it', () => {
  const lock = new asyncio.Lock();
  expect([calling(lock, 'release'), calling(lock, 'locked'), plain(lock)]).toEqual([
    'RuntimeError: Lock is not acquired.',
    'False',
    '<asyncio.locks.Lock object at 0x… [unlocked]>',
  ]);
});

test('shows as an object of its class', () => {
  class Own extends asyncio.Lock {}
  expect([String(new asyncio.Lock()).replace(/0x[0-9a-f]+/, '0x…'), plain(new Own())]).toEqual([
    '<asyncio.locks.Lock object at 0x… [unlocked]>',
    '<Own object at 0x… [unlocked]>',
  ]);
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const lock = new asyncio.Lock();
  const coroutines = [lock.acquire(), lock.__aenter__(), lock.__aexit__(null, null, null), lock[Symbol.asyncDispose]()];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object Lock.acquire at 0x…>',
    '<coroutine object _ContextManagerMixin.__aenter__ at 0x…>',
    '<coroutine object _ContextManagerMixin.__aexit__ at 0x…>',
    '<coroutine object _ContextManagerMixin.__aexit__ at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  expect(
    [lock.acquire, lock.__aenter__, lock.__aexit__, lock.release].map((method) =>
      asyncio.inspect.iscoroutinefunction(method),
    ),
  ).toEqual([true, true, true, false]);
});

test('is given back by `await using`', async () => {
  const lock = new asyncio.Lock();
  const main = asyncio.coroutine(async () => {
    {
      await using held = await asyncio.enter(lock);
      expect([held.value, lock.locked()]).toEqual([null, true]);
    }
    return lock.locked();
  });
  expect(await asyncio.run(main())).toBe(false);
});
