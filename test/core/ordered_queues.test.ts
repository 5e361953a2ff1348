/** `PriorityQueue` and `LifoQueue`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, turn } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

acrossTheMatrix('PriorityQueue', (kit) => {
  test('gives its least item first', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.PriorityQueue<number>();
    expect(
      await run(
        () => queue,
        () => queue.put(3),
        () => queue.put(1),
        () => queue.put_nowait(2),
        () => queue.put_nowait(-1),
        () => queue,
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue.put(0),
        () => queue.get(),
        () => queue.get(),
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue,
      ),
    ).toEqual([
      '<PriorityQueue at 0x… maxsize=0>',
      '<PriorityQueue at 0x… maxsize=0 _queue=[-1, 1, 2, 3] tasks=4>',
      '-1',
      '1',
      '0',
      '2',
      '3',
      'QueueEmpty',
      '<PriorityQueue at 0x… maxsize=0 tasks=5>',
    ]);
  });

  test('lets wait for an item, and for room', async () => {
    const { run, start, cancel } = kit.stage();
    const queue = new asyncio.PriorityQueue<number>({ maxsize: 2 });
    expect(
      await run(
        () => start('a', () => queue.get()),
        () => start('b', () => queue.get()),
        turn,
        () => queue.put_nowait(2),
        () => queue.put_nowait(1),
        () => cancel('b', 'too late'),
        () => queue,
        turn,
        () => queue,
        () => queue.put(3),
        () => start('c', () => queue.put(0)),
        turn,
        () => queue,
        () => queue.get(),
        turn,
        () => queue,
        () => queue.get(),
        () => queue.shutdown(true),
        () => queue,
      ),
    ).toEqual([
      '<PriorityQueue at 0x… maxsize=2 _queue=[1, 2] tasks=2>',
      'a: 1',
      'b: CancelledError: too late',
      '<PriorityQueue at 0x… maxsize=2 _queue=[2] tasks=2>',
      '<PriorityQueue at 0x… maxsize=2 _queue=[2, 3] _putters[1] tasks=3>',
      '2',
      '<PriorityQueue at 0x… maxsize=2 _queue=[0, 3] tasks=4>',
      '0',
      '<PriorityQueue at 0x… maxsize=2 tasks=3 shutdown>',
    ]);
  });
});

acrossTheMatrix('LifoQueue', (kit) => {
  test('gives its newest item first', async () => {
    const { run } = kit.stage();
    const queue = new asyncio.LifoQueue<number>();
    expect(
      await run(
        () => queue,
        () => queue.put(3),
        () => queue.put(1),
        () => queue.put_nowait(2),
        () => queue,
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue.put(0),
        () => queue.get(),
        () => queue.get(),
        () => queue.get_nowait(),
        () => queue,
      ),
    ).toEqual([
      '<LifoQueue at 0x… maxsize=0>',
      '<LifoQueue at 0x… maxsize=0 _queue=[3, 1, 2] tasks=3>',
      '2',
      '1',
      '0',
      '3',
      'QueueEmpty',
      '<LifoQueue at 0x… maxsize=0 tasks=4>',
    ]);
  });

  test('lets wait as other queues do', async () => {
    const { run, start, cancel } = kit.stage();
    const queue = new asyncio.LifoQueue<number>(1);
    expect(
      await run(
        () => start('a', () => queue.get()),
        turn,
        () => queue.put_nowait(1),
        () => cancel('a', 'too late'),
        turn,
        () => queue,
        () => start('b', () => queue.put(2)),
        () => start('c', () => queue.put(3)),
        turn,
        () => queue,
        () => queue.get(),
        turn,
        () => queue.get(),
        turn,
        () => queue,
        () => queue.shutdown(),
        () => queue.get(),
        () => queue.get(),
      ),
    ).toEqual([
      'a: CancelledError: too late',
      '<LifoQueue at 0x… maxsize=1 _queue=[1] tasks=1>',
      '<LifoQueue at 0x… maxsize=1 _queue=[1] _putters[2] tasks=1>',
      '1',
      '2',
      '<LifoQueue at 0x… maxsize=1 _queue=[3] tasks=3>',
      '3',
      'QueueShutDown',
    ]);
  });
});

class Job {
  readonly priority: number;
  readonly name: string;

  constructor(priority: number, name: string) {
    this.priority = priority;
    this.name = name;
  }

  __lt__(other: Job): boolean {
    return this.priority < other.priority;
  }

  __repr__(): string {
    return this.name;
  }
}

test('a priority queue compares arrays as tuples', () => {
  const queue = new asyncio.PriorityQueue<readonly unknown[]>();
  queue.put_nowait([2, 'a']);
  queue.put_nowait([1, 'b', 7]);
  queue.put_nowait([1, 'b']);
  queue.put_nowait([1, 'a', null]);
  queue.put_nowait([1]);
  queue.put_nowait([2, 'a', 0]);
  expect([0, 1, 2, 3, 4, 5].map(() => plain(queue.get_nowait()))).toEqual([
    '[1]',
    "[1, 'a', None]",
    "[1, 'b']",
    "[1, 'b', 7]",
    "[2, 'a']",
    "[2, 'a', 0]",
  ]);
});

test('a priority queue compares objects by their `__lt__`', () => {
  const queue = new asyncio.PriorityQueue<Job>();
  queue.put_nowait(new Job(2, 'second'));
  queue.put_nowait(new Job(3, 'third'));
  queue.put_nowait(new Job(1, 'first'));
  queue.put_nowait(new Job(2, 'second again'));
  queue.put_nowait(new Job(1, 'first again'));
  expect(plain(queue)).toBe(
    '<PriorityQueue at 0x… maxsize=0 _queue=[first, first again, second, third, second again] tasks=5>',
  );
  expect([0, 1, 2, 3, 4].map(() => plain(queue.get_nowait()))).toEqual([
    'first',
    'first again',
    'second',
    'second again',
    'third',
  ]);
});

test('a priority queue compares strings, and objects in arrays', () => {
  const queue = new asyncio.PriorityQueue<unknown>();
  queue.put_nowait('b');
  queue.put_nowait('B');
  queue.put_nowait('ba');
  queue.put_nowait('');
  expect([0, 1, 2, 3].map(() => queue.get_nowait())).toEqual(['', 'B', 'b', 'ba']);
  queue.put_nowait([1, new Job(2, 'second')]);
  queue.put_nowait([1, new Job(1, 'first')]);
  expect([0, 1].map(() => plain(queue.get_nowait()))).toEqual(['[1, first]', '[1, second]']);
});

test('a priority queue refuses items that have no order, though the item stays in the queue', () => {
  const queue = new asyncio.PriorityQueue<unknown>();
  expect([
    calling(queue, 'put_nowait', 1),
    calling(queue, 'put_nowait', 'a'),
    calling(queue, 'put_nowait', null),
    calling(queue, 'put_nowait', [1]),
    plain(queue),
    calling(queue, 'get_nowait'),
  ]).toEqual([
    'None',
    "TypeError: '<' not supported between instances of 'str' and 'int'",
    "TypeError: '<' not supported between instances of 'NoneType' and 'int'",
    "TypeError: '<' not supported between instances of 'list' and 'str'",
    "<PriorityQueue at 0x… maxsize=0 _queue=[1, 'a', None, [1]] tasks=1>",
    "TypeError: '<' not supported between instances of 'str' and 'NoneType'",
  ]);
});

test('a priority queue orders its items by a key', () => {
  const byLength = new asyncio.PriorityQueue<string>({ key: (item) => item.length });
  const bounded = new asyncio.PriorityQueue<string>(2, { key: (item) => -item.length });
  const plainly = new asyncio.PriorityQueue<number>(0, { key: null });
  for (const item of ['ccc', 'a', 'bb']) byLength.put_nowait(item);
  for (const item of ['a', 'bb']) bounded.put_nowait(item);
  for (const item of [3, 1, 2]) plainly.put_nowait(item);
  expect([byLength.get_nowait(), byLength.get_nowait(), byLength.get_nowait()]).toEqual(['a', 'bb', 'ccc']);
  expect([bounded.full(), bounded.get_nowait(), bounded.get_nowait()]).toEqual([true, 'bb', 'a']);
  expect([plainly.get_nowait(), plainly.get_nowait(), plainly.get_nowait()]).toEqual([1, 2, 3]);
});

test('both take a size', () => {
  expect([
    making(asyncio.PriorityQueue),
    making(asyncio.PriorityQueue, 3),
    making(asyncio.PriorityQueue, { maxsize: 3 }),
    making(asyncio.PriorityQueue, 1, 2),
    making(asyncio.PriorityQueue, { max: 3 }),
    making(asyncio.LifoQueue),
    making(asyncio.LifoQueue, 3),
    making(asyncio.LifoQueue, { maxsize: 3 }),
    making(asyncio.LifoQueue, 1, 2),
    making(asyncio.LifoQueue, { size: 3 }),
    calling(new asyncio.LifoQueue(), 'put_nowait'),
    calling(new asyncio.PriorityQueue(), 'put'),
  ]).toEqual([
    '<PriorityQueue at 0x… maxsize=0>',
    '<PriorityQueue at 0x… maxsize=3>',
    '<PriorityQueue at 0x… maxsize=3>',
    'TypeError: Queue.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Queue.__init__() got an unexpected keyword argument 'max'",
    '<LifoQueue at 0x… maxsize=0>',
    '<LifoQueue at 0x… maxsize=3>',
    '<LifoQueue at 0x… maxsize=3>',
    'TypeError: Queue.__init__() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: Queue.__init__() got an unexpected keyword argument 'size'",
    "TypeError: Queue.put_nowait() missing 1 required positional argument: 'item'",
    "TypeError: Queue.put() missing 1 required positional argument: 'item'",
  ]);
});
