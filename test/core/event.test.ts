/** `Event`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, turn } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Event', (kit) => {
  test('lets everybody go on, in the order in which they came, when it is set', async () => {
    const { start, run, tasks } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => [event, event.is_set()],
        () => start('a', () => event.wait()),
        () => start('b', () => event.wait()),
        turn,
        () => [event, tasks.a!.done()],
        () => event.set(),
        () => [event, event.is_set(), tasks.a!.done()],
        turn,
        () => [event, tasks.a!.done(), tasks.b!.done()],
      ),
    ).toEqual([
      '[<asyncio.locks.Event object at 0x… [unset]>, False]',
      '[<asyncio.locks.Event object at 0x… [unset, waiters:2]>, False]',
      '[<asyncio.locks.Event object at 0x… [set, waiters:2]>, True, False]',
      'a: True',
      'b: True',
      '[<asyncio.locks.Event object at 0x… [set]>, True, True]',
    ]);
  });

  test('that is set is not waited for', async () => {
    const { run, note } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => event.set(),
        () => void asyncio.get_running_loop().call_soon(() => note('another turn')),
        () => event.wait(),
        () => event.wait(),
        () => event,
        turn,
      ),
    ).toEqual(['True', 'True', '<asyncio.locks.Event object at 0x… [set]>', 'another turn']);
  });

  test('that is set twice, or cleared twice, is set or cleared', async () => {
    const { start, run } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => event.clear(),
        () => event.is_set(),
        () => event.set(),
        () => event.set(),
        () => event.is_set(),
        () => event.clear(),
        () => event.clear(),
        () => event.is_set(),
        () => start('a', () => event.wait()),
        turn,
        () => event.clear(),
        () => event,
        () => event.set(),
        turn,
      ),
    ).toEqual(['False', 'True', 'False', '<asyncio.locks.Event object at 0x… [unset, waiters:1]>', 'a: True']);
  });

  test('that is cleared at once lets those go on who waited, and nobody who comes later', async () => {
    const { start, run } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () =>
          start(
            'a',
            () => event.wait(),
            () => event.is_set(),
          ),
        turn,
        () => event.set(),
        () => event.clear(),
        () => start('b', () => event.wait()),
        () => event,
        turn,
        () => event,
        () => event.set(),
        () => event,
        turn,
        () => event,
      ),
    ).toEqual(
      kit.eager
        ? [
            '<asyncio.locks.Event object at 0x… [unset, waiters:2]>',
            'a: True',
            'a: False',
            '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
            '<asyncio.locks.Event object at 0x… [set, waiters:1]>',
            'b: True',
            '<asyncio.locks.Event object at 0x… [set]>',
          ]
        : [
            '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
            'a: True',
            'a: False',
            '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
            '<asyncio.locks.Event object at 0x… [set, waiters:1]>',
            'b: True',
            '<asyncio.locks.Event object at 0x… [set]>',
          ],
    );
  });

  test('is set once for those who wait at the time, though they were woken already', async () => {
    const { start, run } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => start('a', () => event.wait()),
        turn,
        () => event.set(),
        () => event.clear(),
        () => event.set(),
        turn,
        () => event,
      ),
    ).toEqual(['a: True', '<asyncio.locks.Event object at 0x… [set]>']);
  });

  test('is never waited for by a task that is cancelled before it starts', async () => {
    const { start, run, cancel, tasks } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => start('a', () => event.wait()),
        () => cancel('a', 'early'),
        () => event,
        turn,
        () => [event, tasks.a!.cancelled()],
      ),
    ).toEqual(
      kit.eager
        ? [
            '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
            'a: CancelledError: early',
            '[<asyncio.locks.Event object at 0x… [unset]>, True]',
          ]
        : ['<asyncio.locks.Event object at 0x… [unset]>', '[<asyncio.locks.Event object at 0x… [unset]>, True]'],
    );
  });

  test('is left by a task that is cancelled, while the others wait on', async () => {
    const { start, run, cancel } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => start('a', () => event.wait()),
        () => start('b', () => event.wait()),
        turn,
        () => cancel('a', 'stop'),
        () => cancel('a', 'stop again'),
        () => event,
        turn,
        () => event,
        () => event.set(),
        turn,
        () => event,
      ),
    ).toEqual([
      '<asyncio.locks.Event object at 0x… [unset, waiters:2]>',
      'a: CancelledError: stop',
      '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
      'b: True',
      '<asyncio.locks.Event object at 0x… [set]>',
    ]);
  });

  test('wakes the others when a task is cancelled in the iteration in which it would wake', async () => {
    const { start, run, cancel } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () => start('a', () => event.wait()),
        () => start('b', () => event.wait()),
        () => start('c', () => event.wait()),
        turn,
        () => cancel('a', 'before'),
        () => event.set(),
        () => cancel('b', 'after'),
        () => event,
        turn,
        () => event,
        () => event.is_set(),
      ),
    ).toEqual([
      '<asyncio.locks.Event object at 0x… [set, waiters:3]>',
      'a: CancelledError: before',
      'b: CancelledError: after',
      'c: True',
      '<asyncio.locks.Event object at 0x… [set]>',
      'True',
    ]);
  });

  test('can be waited for by many turns of one task', async () => {
    const { start, run, note } = kit.stage();
    const event = new asyncio.Event();
    expect(
      await run(
        () =>
          start(
            'a',
            () => event.wait(),
            () => event.clear(),
            () => event.wait(),
            () => note('twice'),
          ),
        turn,
        () => event.set(),
        turn,
        () => event,
        () => event.set(),
        turn,
        () => event,
      ),
    ).toEqual([
      'a: True',
      '<asyncio.locks.Event object at 0x… [unset, waiters:1]>',
      'a: True',
      'twice',
      '<asyncio.locks.Event object at 0x… [set]>',
    ]);
  });
});

test('takes no arguments', () => {
  const event = new asyncio.Event();
  expect([
    making(asyncio.Event, 1),
    making(asyncio.Event, { value: true }),
    calling(event, 'wait', 1),
    calling(event, 'wait', { timeout: 1 }),
  ]).toEqual([
    'TypeError: Event.__init__() takes 1 positional argument but 2 were given',
    "TypeError: Event.__init__() got an unexpected keyword argument 'value'",
    'TypeError: Event.wait() takes 1 positional argument but 2 were given',
    "TypeError: Event.wait() got an unexpected keyword argument 'timeout'",
  ]);
});

test('has a coroutine function to wait', () => {
  const event = new asyncio.Event();
  const coroutine = event.wait();
  expect([plain(coroutine), plain(event), asyncio.inspect.iscoroutinefunction(event.wait)]).toEqual([
    '<coroutine object Event.wait at 0x…>',
    '<asyncio.locks.Event object at 0x… [unset]>',
    true,
  ]);
  coroutine.close();
});

test('shows as an object of its class', () => {
  class Own extends asyncio.Event {}
  expect(plain(new Own())).toBe('<Own object at 0x… [unset]>');
});
