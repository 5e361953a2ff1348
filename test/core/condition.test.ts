/** `Condition`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Condition', (kit) => {
  /** An actor that takes the lock, waits to be notified, and gives the lock back. */
  const waiter = (stage: Stage, condition: asyncio.Condition, name: string): void =>
    stage.start(name, () =>
      asyncio.async_with(condition, () =>
        kit.steps(
          () => condition.wait(),
          () => stage.note(`${name} goes on`),
        ),
      ),
    );

  test('wakes as many as it is told to, in the order in which they came', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => condition,
        () => waiter(stage, condition, 'a'),
        () => waiter(stage, condition, 'b'),
        () => waiter(stage, condition, 'c'),
        () => waiter(stage, condition, 'd'),
        turn,
        () => [condition, condition.locked()],
        () => condition.acquire(),
        () => [condition, condition.locked()],
        () => condition.notify(),
        () => condition,
        () => condition.release(),
        turn,
        turn,
        () => condition,
        () => condition.acquire(),
        () => condition.notify({ n: 2 }),
        () => condition.notify(0),
        () => condition.notify(-1),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
        () => condition.acquire(),
        () => condition.notify(5),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
      '[<asyncio.locks.Condition object at 0x… [unlocked, waiters:4]>, False]',
      'True',
      '[<asyncio.locks.Condition object at 0x… [locked, waiters:4]>, True]',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:4]>',
      'a goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked, waiters:3]>',
      'True',
      'b goes on',
      'c goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked, waiters:1]>',
      'True',
      'd goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('wakes all, who go on one after the other with the lock', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    const work = (name: string): void =>
      stage.start(
        name,
        () => condition.acquire(),
        () => condition.wait(),
        () => condition,
        turn,
        () => condition.release(),
      );
    expect(
      await stage.run(
        () => work('a'),
        () => work('b'),
        () => work('c'),
        turn,
        () => condition.acquire(),
        () => condition.notify_all(),
        () => condition,
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      'a: True',
      'b: True',
      'c: True',
      'True',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:3]>',
      'a: True',
      'a: <asyncio.locks.Condition object at 0x… [locked, waiters:2]>',
      'b: True',
      'b: <asyncio.locks.Condition object at 0x… [locked]>',
      'c: True',
      'c: <asyncio.locks.Condition object at 0x… [locked]>',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test("doesn't wake twice who was woken already", async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => waiter(stage, condition, 'a'),
        () => waiter(stage, condition, 'b'),
        () => waiter(stage, condition, 'c'),
        turn,
        () => condition.acquire(),
        () => condition.notify(),
        () => condition.notify(),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
        () => condition.acquire(),
        () => condition.notify(),
        () => condition.release(),
        () => asyncio.sleep(1),
      ),
    ).toEqual([
      'True',
      'a goes on',
      'b goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked, waiters:1]>',
      'True',
      'c goes on',
    ]);
  });

  test('is waited for and notified only with the lock', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => condition.wait(),
        () => condition.wait_for(() => false),
        () => condition.wait_for(() => 'true at once'),
        () => condition.notify(),
        () => condition.notify_all(),
        () => condition.release(),
        () => condition,
      ),
    ).toEqual([
      'RuntimeError: cannot wait on un-acquired lock',
      'RuntimeError: cannot wait on un-acquired lock',
      "'true at once'",
      'RuntimeError: cannot notify on un-acquired lock',
      'RuntimeError: cannot notify on un-acquired lock',
      'RuntimeError: Lock is not acquired.',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('waits until a predicate is true, and gives its value', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    const values: unknown[] = [0, '', null, false, [], new Set(), 'at last'];
    const next = (): unknown => values.shift();
    expect(
      await stage.run(
        () =>
          stage.start(
            'a',
            () => condition.acquire(),
            () => condition.wait_for(next),
            () => condition.release(),
          ),
        turn,
        () => values.length,
        ...[1, 2, 3, 4, 5, 6].map(
          () => () =>
            kit.steps(
              () => condition.acquire(),
              () => condition.notify(),
              () => condition.release(),
              () => asyncio.sleep(1),
              () => values.length,
            ),
        ),
        () => condition,
      ),
    ).toEqual([
      'a: True',
      '6',
      '5',
      '4',
      '3',
      '2',
      '1',
      "a: 'at last'",
      '0',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('passes on what a predicate raises, with the lock held', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => condition.acquire(),
        () => condition.wait_for(raising(new asyncio.KeyError('predicate'))),
        () => condition,
      ),
    ).toEqual(['True', "KeyError: 'predicate'", '<asyncio.locks.Condition object at 0x… [locked]>']);
  });

  test('waits until a predicate has something in it', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => condition.acquire(),
        () => condition.wait_for(() => [0]),
        () => condition.wait_for(() => new Set([0])),
        () => condition.wait_for(() => -1),
      ),
    ).toEqual(['True', '[0]', '{0}', '-1']);
  });

  test('shares a lock with others', async () => {
    const stage = kit.stage();
    const lock = new asyncio.Lock();
    const first = new asyncio.Condition(lock);
    const second = new asyncio.Condition({ lock });
    expect(
      await stage.run(
        () => first.acquire(),
        () => [lock.locked(), first.locked(), second.locked()],
        () => second.release(),
        () => waiter(stage, first, 'a'),
        () => waiter(stage, second, 'b'),
        turn,
        () => lock.acquire(),
        () => [first, second],
        () => second.notify_all(),
        () => first.notify(),
        () => lock.release(),
        () => asyncio.sleep(1),
        () => [first, second, lock],
      ),
    ).toEqual([
      'True',
      '[True, True, True]',
      'True',
      '[<asyncio.locks.Condition object at 0x… [locked, waiters:1]>, <asyncio.locks.Condition object at 0x… [locked, waiters:1]>]',
      'b goes on',
      'a goes on',
      '[<asyncio.locks.Condition object at 0x… [unlocked]>, <asyncio.locks.Condition object at 0x… [unlocked]>, <asyncio.locks.Lock object at 0x… [unlocked]>]',
    ]);
  });

  test('is left by a task that is cancelled while it waits, which takes the lock first', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => waiter(stage, condition, 'a'),
        () => waiter(stage, condition, 'b'),
        turn,
        () => condition.acquire(),
        () => stage.cancel('a', 'once'),
        turn,
        () => condition,
        () => stage.cancel('a', 'twice'),
        turn,
        () => stage.cancel('a', 'thrice'),
        turn,
        () => [condition, stage.tasks.a!.done(), stage.tasks.a!.cancelling()],
        () => condition.release(),
        () => asyncio.sleep(1),
        () => [condition, stage.tasks.b!.done()],
        () => condition.acquire(),
        () => condition.notify(),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:1]>',
      '[<asyncio.locks.Condition object at 0x… [locked, waiters:1]>, False, 3]',
      'a: CancelledError: thrice',
      'b goes on',
      '[<asyncio.locks.Condition object at 0x… [unlocked]>, True]',
      'True',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('notifies another one if a task is cancelled in the iteration in which it is notified', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => waiter(stage, condition, 'a'),
        () => waiter(stage, condition, 'b'),
        () => waiter(stage, condition, 'c'),
        turn,
        () => condition.acquire(),
        () => condition.notify(),
        () => stage.cancel('a', 'now'),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => [condition, stage.tasks.b!.done(), stage.tasks.c!.done()],
        () => condition.acquire(),
        () => condition.notify(),
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      'True',
      'a: CancelledError: now',
      'b goes on',
      '[<asyncio.locks.Condition object at 0x… [unlocked, waiters:1]>, True, False]',
      'True',
      'c goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('notifies another one if a task is cancelled that was notified and waits for the lock', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => waiter(stage, condition, 'a'),
        () => waiter(stage, condition, 'b'),
        turn,
        () => condition.acquire(),
        () => condition.notify(),
        turn,
        () => condition,
        () => stage.cancel('a', 'holding nothing'),
        turn,
        () => condition,
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      'True',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:1]>',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:1]>',
      'a: CancelledError: holding nothing',
      'b goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test('is never waited for by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => condition.acquire(),
        () => waiter(stage, condition, 'a'),
        () => stage.cancel('a', 'early'),
        () => condition,
        turn,
        turn,
        () => condition,
        () => condition.release(),
        () => condition,
      ),
    ).toEqual(
      kit.eager
        ? [
            'True',
            '<asyncio.locks.Condition object at 0x… [locked]>',
            'a: CancelledError: early',
            '<asyncio.locks.Condition object at 0x… [locked]>',
            '<asyncio.locks.Condition object at 0x… [unlocked]>',
          ]
        : [
            'True',
            '<asyncio.locks.Condition object at 0x… [locked]>',
            '<asyncio.locks.Condition object at 0x… [locked]>',
            '<asyncio.locks.Condition object at 0x… [unlocked]>',
          ],
    );
  });

  test('is notified again by an error that somebody throws into the wait', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    const wait = condition.wait();
    expect(
      await stage.run(
        () => condition.acquire(),
        () => void wait.send(null),
        () => [condition.locked(), condition],
        () => waiter(stage, condition, 'b'),
        turn,
        () => condition,
        () => wait.throw(new asyncio.ValueError('by hand')),
        () => condition,
        () => condition.release(),
        () => asyncio.sleep(1),
        () => condition,
      ),
    ).toEqual([
      'True',
      '[False, <asyncio.locks.Condition object at 0x… [unlocked, waiters:1]>]',
      '<asyncio.locks.Condition object at 0x… [unlocked, waiters:2]>',
      'ValueError: by hand',
      '<asyncio.locks.Condition object at 0x… [locked, waiters:1]>',
      'b goes on',
      '<asyncio.locks.Condition object at 0x… [unlocked]>',
    ]);
  });

  test("raises an error of the lock when it can't take it again", async () => {
    const stage = kit.stage();
    const lock = new asyncio.Lock();
    const condition = new asyncio.Condition(lock);
    const wait = condition.wait();
    expect(
      await stage.run(
        () => condition.acquire(),
        () => void wait.send(null),
        () => lock.acquire(),
        () => void wait.throw(new asyncio.CancelledError('first')),
        () => lock,
        () => wait.throw(new asyncio.ValueError('by hand')),
        () => [lock, condition],
      ),
    ).toEqual([
      'True',
      'True',
      '<asyncio.locks.Lock object at 0x… [locked, waiters:1]>',
      'ValueError: by hand',
      '[<asyncio.locks.Lock object at 0x… [locked]>, <asyncio.locks.Condition object at 0x… [locked]>]',
    ]);
  });

  test('is a manager, which holds the lock', async () => {
    const stage = kit.stage();
    const condition = new asyncio.Condition();
    expect(
      await stage.run(
        () => asyncio.async_with(condition, (value) => [value, condition.locked()]),
        () => condition,
      ),
    ).toEqual(['[None, True]', '<asyncio.locks.Condition object at 0x… [unlocked]>']);
  });
});

test('takes a lock, a predicate and a number', () => {
  const condition = new asyncio.Condition();
  expect([
    making(asyncio.Condition, null),
    making(asyncio.Condition, null, 1),
    making(asyncio.Condition, { loop: 1 }),
    calling(condition, 'wait', 1),
    calling(condition, 'wait', { timeout: 1 }),
    calling(condition, 'wait_for'),
    calling(condition, 'wait_for', 1, 2),
    calling(condition, 'wait_for', { timeout: 1 }),
    calling(condition, 'notify', 1, 2),
    calling(condition, 'notify', { m: 1 }),
    calling(condition, 'acquire', 1),
  ]).toEqual([
    '<asyncio.locks.Condition object at 0x… [unlocked]>',
    'TypeError: Condition.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Condition.__init__() got an unexpected keyword argument 'loop'",
    'TypeError: Condition.wait() takes 1 positional argument but 2 were given',
    "TypeError: Condition.wait() got an unexpected keyword argument 'timeout'",
    "TypeError: Condition.wait_for() missing 1 required positional argument: 'predicate'",
    'TypeError: Condition.wait_for() takes 2 positional arguments but 3 were given',
    "TypeError: Condition.wait_for() got an unexpected keyword argument 'timeout'",
    'TypeError: Condition.notify() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Condition.notify() got an unexpected keyword argument 'm'",
    'TypeError: Lock.acquire() takes 1 positional argument but 2 were given',
  ]);
});

test('takes the predicate by keyword', async () => {
  const condition = new asyncio.Condition();
  expect(await asyncio.run(condition.wait_for({ predicate: () => 7 }))).toBe(7);
  expect(outcome(() => condition.notify({ n: 1 }))).toBe('RuntimeError: cannot notify on un-acquired lock');
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const condition = new asyncio.Condition();
  const coroutines = [condition.wait(), condition.wait_for(() => true), condition.acquire()];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object Condition.wait at 0x…>',
    '<coroutine object Condition.wait_for at 0x…>',
    '<coroutine object Lock.acquire at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  expect(
    [condition.wait, condition.wait_for, condition.acquire, condition.notify].map((method) =>
      asyncio.inspect.iscoroutinefunction(method),
    ),
  ).toEqual([true, true, true, false]);
});

test('shows as an object of its class', () => {
  class Own extends asyncio.Condition {}
  expect(plain(new Own())).toBe('<Own object at 0x… [unlocked]>');
});
