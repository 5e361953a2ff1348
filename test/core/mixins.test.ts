/** What locks and queues have in common; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { LoopBound } from '#asyncio/core/locks/mixins';
import { acrossTheMatrix, turn } from '../support/matrix';
import { failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('what is bound to a loop', (kit) => {
  /** Waits for something in a task of its own on a new loop, which is cancelled then; gives the journal. */
  const waitOnNewLoop = async (wait: () => unknown): Promise<string[]> => {
    const stage = kit.stage();
    return await stage.run(
      () => stage.start('a', wait),
      turn,
      () => stage.cancel('a', 'enough'),
      () => asyncio.sleep(1),
    );
  };

  test('is bound by its first wait', async () => {
    const lock = new asyncio.Lock();
    const event = new asyncio.Event();
    const condition = new asyncio.Condition();
    const semaphore = new asyncio.Semaphore(0);
    const bounded = new asyncio.BoundedSemaphore(0);
    const barrier = new asyncio.Barrier(2);
    const queue = new asyncio.Queue(1);
    const priority = new asyncio.PriorityQueue();
    const stack = new asyncio.LifoQueue();
    expect(
      await waitOnNewLoop(() =>
        kit.steps(
          () => lock.acquire(),
          () => lock.acquire(),
        ),
      ),
    ).toEqual(['a: CancelledError: enough']);
    for (const wait of [
      () => event.wait(),
      () => asyncio.async_with(condition, () => condition.wait()),
      () => semaphore.acquire(),
      () => bounded.acquire(),
      () => barrier.wait(),
      () => queue.get(),
      () => priority.get(),
      () => stack.get(),
    ]) {
      expect(await waitOnNewLoop(wait)).toEqual(['a: CancelledError: enough']);
    }
    expect(await waitOnNewLoop(() => lock.acquire())).toEqual([
      'a: RuntimeError: <asyncio.locks.Lock object at 0x… [locked]> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => event.wait())).toEqual([
      'a: RuntimeError: <asyncio.locks.Event object at 0x… [unset]> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => asyncio.async_with(condition, () => condition.wait()))).toEqual([
      'a: RuntimeError: <asyncio.locks.Condition object at 0x… [locked]> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => semaphore.acquire())).toEqual([
      'a: RuntimeError: <asyncio.locks.Semaphore object at 0x… [locked]> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => bounded.acquire())).toEqual([
      'a: RuntimeError: <asyncio.locks.BoundedSemaphore object at 0x… [locked]> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => queue.get())).toEqual([
      'a: RuntimeError: <Queue at 0x… maxsize=1> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => priority.get())).toEqual([
      'a: RuntimeError: <PriorityQueue at 0x… maxsize=0> is bound to a different event loop',
    ]);
    expect(await waitOnNewLoop(() => stack.get())).toEqual([
      'a: RuntimeError: <LifoQueue at 0x… maxsize=0> is bound to a different event loop',
    ]);
  });

  test('is bound by its first wait only: what needs no wait works on any loop', async () => {
    const lock = new asyncio.Lock();
    const event = new asyncio.Event();
    const semaphore = new asyncio.Semaphore(1);
    const barrier = new asyncio.Barrier(1);
    const queue = new asyncio.Queue();
    const use = (): unknown =>
      kit.steps(
        () => asyncio.async_with(lock, () => null),
        () => event.set(),
        () => event.wait(),
        () => asyncio.async_with(semaphore, () => null),
        () => barrier.wait(),
        () => queue.put(1),
        () => queue.get(),
        () => queue.task_done(),
        () => queue.join(),
        () => 'used',
      );
    expect(await kit.stage().run(use)).toEqual(["'used'"]);
    expect(await kit.stage().run(use)).toEqual(["'used'"]);
  });

  test('stays as it was when it is refused on another loop', async () => {
    const lock = new asyncio.Lock();
    const queue = new asyncio.Queue(1);
    const first = kit.stage();
    expect(
      await first.run(
        () => lock.acquire(),
        () => queue.put_nowait(1),
        () => first.start('a', () => lock.acquire()),
        () => first.start('b', () => queue.put(2)),
        turn,
        () => first.cancel('a'),
        () => first.cancel('b'),
        turn,
        () => [lock, queue],
      ),
    ).toEqual([
      'True',
      'a: CancelledError',
      'b: CancelledError',
      '[<asyncio.locks.Lock object at 0x… [locked]>, <Queue at 0x… maxsize=1 _queue=[1] tasks=1>]',
    ]);
    const second = kit.stage();
    expect(
      await second.run(
        () => lock.acquire(),
        () => queue.put(3),
        () => [lock, queue],
        () => lock.release(),
        () => lock.acquire(),
        () => queue.get(),
        () => queue.get(),
        () => queue,
      ),
    ).toEqual([
      'RuntimeError: <asyncio.locks.Lock object at 0x… [locked]> is bound to a different event loop',
      'RuntimeError: <Queue at 0x… maxsize=1 _queue=[1] tasks=1> is bound to a different event loop',
      '[<asyncio.locks.Lock object at 0x… [locked]>, <Queue at 0x… maxsize=1 _queue=[1] tasks=1>]',
      'True',
      '1',
      'RuntimeError: <Queue at 0x… maxsize=1 tasks=1> is bound to a different event loop',
      '<Queue at 0x… maxsize=1 tasks=1>',
    ]);
  });
});

test('binding takes a running loop', () => {
  class Own extends LoopBound {}
  expect(() => new Own()._get_loop()).toThrow('no running event loop');
});
