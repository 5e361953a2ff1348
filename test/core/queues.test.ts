/** `Queue`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('Queue', (kit) => {
  const getter = (stage: Stage, queue: asyncio.Queue, name: string): void =>
    stage.start(
      name,
      () => queue.get(),
      () => queue,
    );
  const putter = (stage: Stage, queue: asyncio.Queue, name: string): void =>
    stage.start(
      name,
      () => queue.put(name),
      () => queue,
    );

  test('gives what was put in, in the same order', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await run(
        () => [queue, queue.qsize(), queue.empty(), queue.full(), queue.maxsize],
        () => queue.put_nowait(1),
        () => queue.put(2),
        () => queue.put_nowait(3),
        () => [queue, queue.qsize(), queue.empty(), queue.full()],
        () => queue.get_nowait(),
        () => queue.get(),
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue,
      ),
    ).toEqual([
      '[<Queue at 0x… maxsize=0>, 0, True, False, 0]',
      '[<Queue at 0x… maxsize=0 _queue=[1, 2, 3] tasks=3>, 3, False, False]',
      '1',
      '2',
      '3',
      'QueueEmpty',
      '<Queue at 0x… maxsize=0 tasks=3>',
    ]);
  });

  test('is full when it has as many items as it may', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue({ maxsize: 2 });
    expect(
      await run(
        () => queue.put('a'),
        () => [queue.full(), queue.maxsize],
        () => queue.put('b'),
        () => [queue.full(), queue],
        () => queue.put_nowait('c'),
        () => queue.get(),
        () => queue.full(),
        () => queue.put_nowait('c'),
        () => queue,
      ),
    ).toEqual([
      '[False, 2]',
      "[True, <Queue at 0x… maxsize=2 _queue=['a', 'b'] tasks=2>]",
      'QueueFull',
      "'a'",
      'False',
      "<Queue at 0x… maxsize=2 _queue=['b', 'c'] tasks=3>",
    ]);
  });

  test('of less than nothing has room for everything', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue(-1);
    expect(
      await run(
        () => queue.put('a'),
        () => queue.put('b'),
        () => [queue.full(), queue.maxsize, queue],
      ),
    ).toEqual(["[False, -1, <Queue at 0x… maxsize=-1 _queue=['a', 'b'] tasks=2>]"]);
  });

  test('takes any item, keywords and nothing among them', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue<unknown>();
    expect(
      await run(
        () => queue.put(null),
        () => queue.put_nowait([1]),
        () => queue,
        () => queue.get(),
        () => queue.get(),
      ),
    ).toEqual(['<Queue at 0x… maxsize=0 _queue=[None, [1]] tasks=2>', '[1]']);
  });

  test('lets those wait who want an item, in the order in which they came', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        () => getter(stage, queue, 'c'),
        turn,
        () => queue,
        () => queue.put_nowait(1),
        () => queue,
        () => queue.put_nowait(2),
        turn,
        () => queue,
        () => queue.put(3),
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 _getters[3]>',
      '<Queue at 0x… maxsize=0 _queue=[1] _getters[2] tasks=1>',
      'a: 1',
      'a: <Queue at 0x… maxsize=0 _queue=[2] _getters[1] tasks=2>',
      'b: 2',
      'b: <Queue at 0x… maxsize=0 _getters[1] tasks=2>',
      '<Queue at 0x… maxsize=0 _getters[1] tasks=2>',
      'c: 3',
      'c: <Queue at 0x… maxsize=0 tasks=3>',
      '<Queue at 0x… maxsize=0 tasks=3>',
    ]);
  });

  test('lets those wait who have no room for an item, in the order in which they came', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        () => putter(stage, queue, 'b'),
        turn,
        () => queue,
        () => queue.get_nowait(),
        () => queue,
        turn,
        () => queue.get(),
        turn,
        () => queue,
        () => queue.get(),
        () => queue,
      ),
    ).toEqual([
      "<Queue at 0x… maxsize=1 _queue=['main'] _putters[2] tasks=1>",
      "'main'",
      '<Queue at 0x… maxsize=1 _putters[1] tasks=1>',
      "a: <Queue at 0x… maxsize=1 _queue=['a'] _putters[1] tasks=2>",
      "'a'",
      "b: <Queue at 0x… maxsize=1 _queue=['b'] tasks=3>",
      "<Queue at 0x… maxsize=1 _queue=['b'] tasks=3>",
      "'b'",
      '<Queue at 0x… maxsize=1 tasks=3>',
    ]);
  });

  test('lets somebody wait again whose item another one took', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue.put_nowait(1),
        () => queue.get_nowait(),
        () => queue,
        turn,
        () => queue,
        () => queue.put_nowait(2),
        () => queue.put_nowait(3),
        turn,
        () => queue,
      ),
    ).toEqual([
      '1',
      '<Queue at 0x… maxsize=0 _getters[1] tasks=1>',
      '<Queue at 0x… maxsize=0 _getters[2] tasks=1>',
      'b: 2',
      'b: <Queue at 0x… maxsize=0 _queue=[3] tasks=3>',
      'a: 3',
      'a: <Queue at 0x… maxsize=0 tasks=3>',
      '<Queue at 0x… maxsize=0 tasks=3>',
    ]);
  });

  test('lets somebody wait again whose room another one took', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('first'),
        () => putter(stage, queue, 'a'),
        turn,
        () => queue.get_nowait(),
        () => queue.put_nowait('second'),
        turn,
        () => queue,
        () => queue.get(),
        turn,
        () => queue.get(),
      ),
    ).toEqual([
      "'first'",
      "<Queue at 0x… maxsize=1 _queue=['second'] _putters[1] tasks=2>",
      "'second'",
      "a: <Queue at 0x… maxsize=1 _queue=['a'] tasks=3>",
      "'a'",
    ]);
  });

  test('is never waited for by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => stage.cancel('a', 'early'),
        () => queue,
        turn,
        () => queue,
        () => queue.put('main'),
        () => putter(stage, queue, 'b'),
        () => stage.cancel('b', 'early'),
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual(
      kit.eager
        ? [
            '<Queue at 0x… maxsize=1 _getters[1]>',
            'a: CancelledError: early',
            '<Queue at 0x… maxsize=1>',
            "<Queue at 0x… maxsize=1 _queue=['main'] _putters[1] tasks=1>",
            'b: CancelledError: early',
            "<Queue at 0x… maxsize=1 _queue=['main'] tasks=1>",
          ]
        : [
            '<Queue at 0x… maxsize=1>',
            '<Queue at 0x… maxsize=1>',
            "<Queue at 0x… maxsize=1 _queue=['main'] tasks=1>",
            "<Queue at 0x… maxsize=1 _queue=['main'] tasks=1>",
          ],
    );
  });

  test('loses nothing when a task is cancelled that waits for an item', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => stage.cancel('a', 'stop'),
        () => stage.cancel('a', 'stop again'),
        () => queue,
        () => queue.put_nowait(1),
        () => queue,
        turn,
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 _getters[2]>',
      '<Queue at 0x… maxsize=0 _queue=[1] tasks=1>',
      'a: CancelledError: stop',
      'b: 1',
      'b: <Queue at 0x… maxsize=0 tasks=1>',
      '<Queue at 0x… maxsize=0 tasks=1>',
      '<Queue at 0x… maxsize=0 tasks=1>',
    ]);
  });

  test('gives the item to the next one when a task is cancelled in the iteration in which it would get it', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue.put_nowait(1),
        () => stage.cancel('a', 'too late'),
        () => queue,
        turn,
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 _queue=[1] _getters[1] tasks=1>',
      'a: CancelledError: too late',
      '<Queue at 0x… maxsize=0 _queue=[1] tasks=1>',
      'b: 1',
      'b: <Queue at 0x… maxsize=0 tasks=1>',
      '<Queue at 0x… maxsize=0 tasks=1>',
    ]);
  });

  test('keeps the item that a cancelled task would have got, when nobody else waits', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        turn,
        () => queue.put_nowait(1),
        () => stage.cancel('a'),
        turn,
        () => queue,
        () => queue.get_nowait(),
      ),
    ).toEqual(['a: CancelledError', '<Queue at 0x… maxsize=0 _queue=[1] tasks=1>', '1']);
  });

  test('wakes nobody for a cancelled task whose item is gone', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue.put_nowait(1),
        () => queue.get_nowait(),
        () => stage.cancel('a'),
        turn,
        () => queue,
        () => queue.put_nowait(2),
        turn,
        () => queue,
      ),
    ).toEqual([
      '1',
      'a: CancelledError',
      '<Queue at 0x… maxsize=0 _getters[1] tasks=1>',
      'b: 2',
      'b: <Queue at 0x… maxsize=0 tasks=2>',
      '<Queue at 0x… maxsize=0 tasks=2>',
    ]);
  });

  test('wakes nobody else for a task that is cancelled while there is an item for it alone', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        () => getter(stage, queue, 'c'),
        turn,
        () => stage.cancel('a', 'while asleep'),
        () => queue.put_nowait(1),
        () => queue,
        turn,
        () => queue,
        () => queue.put_nowait(2),
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 _queue=[1] _getters[1] tasks=1>',
      'a: CancelledError: while asleep',
      'b: 1',
      'b: <Queue at 0x… maxsize=0 _getters[1] tasks=1>',
      '<Queue at 0x… maxsize=0 _getters[1] tasks=1>',
      'c: 2',
      'c: <Queue at 0x… maxsize=0 tasks=2>',
      '<Queue at 0x… maxsize=0 tasks=2>',
    ]);
  });

  test('gives the room to the next one when a task is cancelled in the iteration in which it would get it', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        () => putter(stage, queue, 'b'),
        turn,
        () => queue.get_nowait(),
        () => stage.cancel('a', 'too late'),
        () => queue,
        turn,
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      "'main'",
      '<Queue at 0x… maxsize=1 _putters[1] tasks=1>',
      'a: CancelledError: too late',
      '<Queue at 0x… maxsize=1 tasks=1>',
      "b: <Queue at 0x… maxsize=1 _queue=['b'] tasks=2>",
      "<Queue at 0x… maxsize=1 _queue=['b'] tasks=2>",
    ]);
  });

  test('puts nothing in for a task that is cancelled while it waits for room', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        () => putter(stage, queue, 'b'),
        turn,
        () => stage.cancel('a', 'stop'),
        () => queue.get_nowait(),
        turn,
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      "'main'",
      'a: CancelledError: stop',
      "b: <Queue at 0x… maxsize=1 _queue=['b'] tasks=2>",
      "<Queue at 0x… maxsize=1 _queue=['b'] tasks=2>",
      "<Queue at 0x… maxsize=1 _queue=['b'] tasks=2>",
    ]);
  });

  test('wakes nobody for a cancelled task whose room is gone', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        () => putter(stage, queue, 'b'),
        turn,
        () => queue.get_nowait(),
        () => queue.put_nowait('other'),
        () => stage.cancel('a'),
        turn,
        () => queue,
        () => queue.get(),
        turn,
        () => queue,
      ),
    ).toEqual([
      "'main'",
      'a: CancelledError',
      "<Queue at 0x… maxsize=1 _queue=['other'] _putters[1] tasks=2>",
      "'other'",
      "b: <Queue at 0x… maxsize=1 _queue=['b'] tasks=3>",
      "<Queue at 0x… maxsize=1 _queue=['b'] tasks=3>",
    ]);
  });

  test('wakes the next one when an error is thrown into a wait that was worthwhile', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    const wait = queue.get();
    expect(
      await stage.run(
        () => void wait.send(null),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue,
        () => queue.put_nowait(1),
        () => wait.throw(new asyncio.ValueError('by hand')),
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 _getters[2]>',
      'ValueError: by hand',
      '<Queue at 0x… maxsize=0 _queue=[1] tasks=1>',
      'b: 1',
      'b: <Queue at 0x… maxsize=0 tasks=1>',
      '<Queue at 0x… maxsize=0 tasks=1>',
    ]);
  });

  test('gives up a wait into which an error is thrown while it is asleep', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<number>();
    const wait = queue.get();
    expect(
      await stage.run(
        () => void wait.send(null),
        () => getter(stage, queue, 'b'),
        turn,
        () => wait.throw(new asyncio.ValueError('by hand')),
        () => queue,
        () => queue.put_nowait(1),
        turn,
        () => queue,
      ),
    ).toEqual([
      'ValueError: by hand',
      '<Queue at 0x… maxsize=0 _getters[1]>',
      'b: 1',
      'b: <Queue at 0x… maxsize=0 tasks=1>',
      '<Queue at 0x… maxsize=0 tasks=1>',
    ]);
  });

  test('is joined when all its items are done', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => queue.join(),
        () => stage.note('nothing to do'),
        () => queue.task_done(),
        () => queue.put_nowait('a'),
        () => queue.put_nowait('b'),
        () =>
          stage.start(
            'joiner',
            () => queue.join(),
            () => stage.note('all done'),
          ),
        () =>
          stage.start(
            'other',
            () => queue.join(),
            () => stage.note('all done, too'),
          ),
        turn,
        () => queue.get(),
        () => queue,
        () => queue.task_done(),
        turn,
        () => queue,
        () => queue.get(),
        turn,
        () => queue.task_done(),
        () => queue,
        turn,
        () => queue.task_done(),
        () => queue.put_nowait('c'),
        () => queue,
        () => queue.task_done(),
        () => queue,
        () => queue.join(),
      ),
    ).toEqual([
      'nothing to do',
      'ValueError: task_done() called too many times',
      "'a'",
      "<Queue at 0x… maxsize=0 _queue=['b'] tasks=2>",
      "<Queue at 0x… maxsize=0 _queue=['b'] tasks=1>",
      "'b'",
      '<Queue at 0x… maxsize=0>',
      'all done',
      'all done, too',
      'ValueError: task_done() called too many times',
      "<Queue at 0x… maxsize=0 _queue=['c'] tasks=1>",
      "<Queue at 0x… maxsize=0 _queue=['c']>",
    ]);
  });

  test('is joined although another item comes in the iteration in which all are done', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => queue.put_nowait('a'),
        () =>
          stage.start(
            'joiner',
            () => queue.join(),
            () => queue,
          ),
        turn,
        () => queue.task_done(),
        () => queue.put_nowait('b'),
        turn,
      ),
    ).toEqual(["joiner: <Queue at 0x… maxsize=0 _queue=['a', 'b'] tasks=1>"]);
  });

  test('is not joined by a task that is cancelled', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => queue.put_nowait('a'),
        () => stage.start('a', () => queue.join()),
        () =>
          stage.start(
            'b',
            () => queue.join(),
            () => stage.note('joined'),
          ),
        turn,
        () => stage.cancel('a', 'stop'),
        turn,
        () => queue.task_done(),
        turn,
      ),
    ).toEqual(['a: CancelledError: stop', 'joined']);
  });

  test('that is shut down takes nothing more, and gives what it has', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue<string>(2);
    expect(
      await run(
        () => queue.put('a'),
        () => queue.put('b'),
        () => queue.shutdown(),
        () => queue,
        () => queue.put('c'),
        () => queue.put_nowait('c'),
        () => queue.get(),
        () => queue,
        () => queue.put('c'),
        () => queue.put_nowait('c'),
        () => queue.get_nowait(),
        () => queue,
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue.shutdown(),
        () => queue.task_done(),
        () => queue.task_done(),
        () => queue.task_done(),
        () => queue.join(),
        () => queue,
      ),
    ).toEqual([
      "<Queue at 0x… maxsize=2 _queue=['a', 'b'] tasks=2 shutdown>",
      'QueueShutDown',
      'QueueShutDown',
      "'a'",
      "<Queue at 0x… maxsize=2 _queue=['b'] tasks=2 shutdown>",
      'QueueShutDown',
      'QueueShutDown',
      "'b'",
      '<Queue at 0x… maxsize=2 tasks=2 shutdown>',
      'QueueShutDown',
      'QueueShutDown',
      'ValueError: task_done() called too many times',
      '<Queue at 0x… maxsize=2 shutdown>',
    ]);
  });

  test('that is shut down at once throws its items away', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => queue.put_nowait('a'),
        () => queue.put_nowait('b'),
        () =>
          stage.start(
            'joiner',
            () => queue.join(),
            () => stage.note('joined'),
          ),
        turn,
        () => queue.shutdown({ immediate: true }),
        () => queue,
        turn,
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue.put('c'),
        () => queue.task_done(),
        () => queue.join(),
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 shutdown>',
      'joined',
      'QueueShutDown',
      'QueueShutDown',
      'QueueShutDown',
      'ValueError: task_done() called too many times',
    ]);
  });

  test('that is shut down at once counts only what it throws away as done', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => queue.put_nowait('a'),
        () => queue.put_nowait('b'),
        () => queue.put_nowait('c'),
        () => queue.get(),
        () => queue.task_done(),
        () => queue.get(),
        () =>
          stage.start(
            'joiner',
            () => queue.join(),
            () => stage.note('joined'),
          ),
        turn,
        () => queue.shutdown(true),
        () => queue,
        turn,
        () => queue.task_done(),
        turn,
        () => queue,
      ),
    ).toEqual([
      "'a'",
      "'b'",
      '<Queue at 0x… maxsize=0 tasks=1 shutdown>',
      'joined',
      '<Queue at 0x… maxsize=0 shutdown>',
    ]);
  });

  test("that is shut down at once doesn't count below nothing", async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await run(
        () => queue.put_nowait('a'),
        () => queue.put_nowait('b'),
        () => queue.task_done(),
        () => queue.task_done(),
        () => queue.shutdown(true),
        () => queue,
        () => queue.join(),
        () => queue.task_done(),
      ),
    ).toEqual(['<Queue at 0x… maxsize=0 shutdown>', 'ValueError: task_done() called too many times']);
  });

  test('that is shut down twice may be shut down at once the second time', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await run(
        () => queue.put_nowait('a'),
        () => queue.shutdown(false),
        () => queue,
        () => queue.shutdown(true),
        () => queue,
        () => queue.get(),
      ),
    ).toEqual([
      "<Queue at 0x… maxsize=0 _queue=['a'] tasks=1 shutdown>",
      '<Queue at 0x… maxsize=0 shutdown>',
      'QueueShutDown',
    ]);
  });

  test('sends those away who wait for an item when it is shut down', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue.shutdown(),
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      '<Queue at 0x… maxsize=0 shutdown>',
      'a: QueueShutDown',
      'b: QueueShutDown',
      '<Queue at 0x… maxsize=0 shutdown>',
    ]);
  });

  test('sends those away who wait for room when it is shut down', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        () => putter(stage, queue, 'b'),
        turn,
        () => queue.shutdown(),
        () => queue,
        turn,
        () => queue,
        () => queue.get(),
      ),
    ).toEqual([
      "<Queue at 0x… maxsize=1 _queue=['main'] tasks=1 shutdown>",
      'a: QueueShutDown',
      'b: QueueShutDown',
      "<Queue at 0x… maxsize=1 _queue=['main'] tasks=1 shutdown>",
      "'main'",
    ]);
  });

  test('sends those away who wait for room when it is shut down at once', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => queue.put('main'),
        () => putter(stage, queue, 'a'),
        turn,
        () => queue.shutdown(true),
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual(['<Queue at 0x… maxsize=1 shutdown>', 'a: QueueShutDown', '<Queue at 0x… maxsize=1 shutdown>']);
  });

  test('that is shut down in the iteration in which a task would get an item gives it the item', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>();
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => queue.put_nowait('item'),
        () => queue.shutdown(),
        () => queue,
        turn,
        () => queue,
      ),
    ).toEqual([
      "<Queue at 0x… maxsize=0 _queue=['item'] tasks=1 shutdown>",
      "a: 'item'",
      'a: <Queue at 0x… maxsize=0 tasks=1 shutdown>',
      'b: QueueShutDown',
      '<Queue at 0x… maxsize=0 tasks=1 shutdown>',
    ]);
  });

  test('that is shut down as a waiting task is cancelled cancels it', async () => {
    const stage = kit.stage();
    const queue = new asyncio.Queue<string>(1);
    expect(
      await stage.run(
        () => getter(stage, queue, 'a'),
        () => getter(stage, queue, 'b'),
        turn,
        () => stage.cancel('a', 'before'),
        () => queue.shutdown(),
        () => stage.cancel('b', 'after'),
        turn,
        () => queue,
      ),
    ).toEqual(['a: CancelledError: before', 'b: CancelledError: after', '<Queue at 0x… maxsize=1 shutdown>']);
  });
});

test('can be told how to keep its items', async () => {
  class Twice extends asyncio.Queue<string> {
    declare protected _queue: string[];

    protected override _init(maxsize: number): void {
      this._queue = [`room for ${maxsize}`];
    }

    protected override _put(item: string): void {
      this._queue.push(item, item);
    }

    protected override _get(): string {
      return this._queue.splice(0, 1).join();
    }
  }

  const queue = new Twice(4);
  queue.put_nowait('a');
  expect([plain(queue), queue.qsize()]).toEqual([
    "<Twice at 0x… maxsize=4 _queue=['room for 4', 'a', 'a'] tasks=1>",
    3,
  ]);
  expect([queue.get_nowait(), queue.get_nowait(), queue.full(), queue.qsize()]).toEqual(['room for 4', 'a', false, 1]);
});

test('takes a size, an item, and whether it is to be shut down at once', () => {
  const queue = new asyncio.Queue();
  expect([
    making(asyncio.Queue),
    making(asyncio.Queue, 1, 2),
    making(asyncio.Queue, { size: 1 }),
    making(asyncio.Queue, { maxsize: 1 }),
    calling(queue, 'put'),
    calling(queue, 'put', 1, 2),
    calling(queue, 'put', 1, { block: false }),
    calling(queue, 'put_nowait'),
    calling(queue, 'put_nowait', 1, 2),
    calling(queue, 'get', 1),
    calling(queue, 'get', { block: false }),
    calling(queue, 'join', 1),
    calling(queue, 'shutdown', 1, 2),
    calling(queue, 'shutdown', { now: true }),
    plain(queue),
  ]).toEqual([
    '<Queue at 0x… maxsize=0>',
    'TypeError: Queue.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Queue.__init__() got an unexpected keyword argument 'size'",
    '<Queue at 0x… maxsize=1>',
    "TypeError: Queue.put() missing 1 required positional argument: 'item'",
    'TypeError: Queue.put() takes 2 positional arguments but 3 were given',
    "TypeError: Queue.put() got an unexpected keyword argument 'block'",
    "TypeError: Queue.put_nowait() missing 1 required positional argument: 'item'",
    'TypeError: Queue.put_nowait() takes 2 positional arguments but 3 were given',
    'TypeError: Queue.get() takes 1 positional argument but 2 were given',
    "TypeError: Queue.get() got an unexpected keyword argument 'block'",
    'TypeError: Queue.join() takes 1 positional argument but 2 were given',
    'TypeError: Queue.shutdown() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Queue.shutdown() got an unexpected keyword argument 'now'",
    '<Queue at 0x… maxsize=0>',
  ]);
});

test('takes an object for an item, not for keywords', () => {
  const queue = new asyncio.Queue<unknown>();
  queue.put_nowait({ item: 1 });
  expect(queue.get_nowait()).toEqual({ item: 1 });
});

test('has two texts', () => {
  const queue = new asyncio.Queue(3);
  queue.put_nowait('a');
  expect([plain(queue), asyncio.str(queue), String(queue)]).toEqual([
    "<Queue at 0x… maxsize=3 _queue=['a'] tasks=1>",
    "<Queue maxsize=3 _queue=['a'] tasks=1>",
    "<Queue maxsize=3 _queue=['a'] tasks=1>",
  ]);
  queue.shutdown();
  expect([plain(queue), asyncio.str(queue)]).toEqual([
    "<Queue at 0x… maxsize=3 _queue=['a'] tasks=1 shutdown>",
    "<Queue maxsize=3 _queue=['a'] tasks=1 shutdown>",
  ]);
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const queue = new asyncio.PriorityQueue();
  const coroutines = [queue.put(1), queue.get(), queue.join()];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object Queue.put at 0x…>',
    '<coroutine object Queue.get at 0x…>',
    '<coroutine object Queue.join at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  const methods = [queue.put, queue.get, queue.join, queue.put_nowait, queue.get_nowait];
  expect(methods.map((method) => asyncio.inspect.iscoroutinefunction(method))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
