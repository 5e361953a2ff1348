/** `wait`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, plain, raising, turn } from '../support/matrix';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

const wait = asyncio.wait as (...args: unknown[]) => asyncio.Coroutine<Iterable<Iterable<asyncio.Task>>>;
const names = (sets: Iterable<Iterable<asyncio.Task>>): string[][] =>
  [...sets].map((tasks) => [...tasks].map((task) => task.get_name()));
const now = (): unknown => asyncio.get_running_loop().time();

acrossTheMatrix('wait', (kit) => {
  const make = (name: string, seconds: number): asyncio.Task<unknown> =>
    asyncio.create_task(
      kit.steps(
        () => asyncio.sleep(seconds),
        () => name,
      ),
      { name },
    );
  const makeFailing = (name: string, seconds: number): asyncio.Task<unknown> =>
    asyncio.create_task(
      kit.steps(() => asyncio.sleep(seconds), raising(new asyncio.ValueError(name))),
      { name },
    );
  /** The names of those that are done, and of those that are not. */
  const waited = (...args: unknown[]): asyncio.Coroutine<unknown> => kit.changed(() => wait(...args), names);
  /** Awaits tasks, so that nothing of them is left. */
  const finished = (tasks: Iterable<asyncio.Task<unknown>>): unknown =>
    asyncio.gather(...tasks, { return_exceptions: true });

  test('returns when all are done', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => waited([make('a', 2), make('b', 1), make('c', 0)]),
        now,
        () => waited([make('a', 1), make('b', 0)], { return_when: asyncio.ALL_COMPLETED }),
        now,
      ),
    ).toEqual(["[['a', 'b', 'c'], []]", '2', "[['a', 'b'], []]", '3']);
  });

  test('takes failed and cancelled ones for done', async () => {
    const { run, tasks, start, cancel } = kit.stage();
    expect(
      await run(
        () => start('a', () => asyncio.sleep(9)),
        () => start('b', () => asyncio.sleep(2)),
        turn,
        () => cancel('a', 'stop'),
        () => waited([tasks.a, tasks.b]),
        () => [tasks.a!.cancelled(), now()],
        () => asyncio.gather(makeFailing('c', 0), { return_exceptions: true }),
      ),
    ).toEqual(['a: CancelledError: stop', "[['a', 'b'], []]", '[True, 2]', "[ValueError('c')]"]);
  });

  test('returns when the first is done', async () => {
    const { run } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 2)),
        () => void made.push(make('b', 1)),
        () => void made.push(make('c', 1)),
        () => void made.push(make('d', 3)),
        () => waited(made, { return_when: asyncio.FIRST_COMPLETED }),
        now,
        () => waited(made, { return_when: asyncio.FIRST_COMPLETED }),
        now,
        () => finished(made),
      ),
    ).toEqual(["[['b', 'c'], ['a', 'd']]", '1', "[['b', 'c'], ['a', 'd']]", '1', "['a', 'b', 'c', 'd']"]);
  });

  test('returns when the first fails, or all are done', async () => {
    const { run } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 1)),
        () => void made.push(makeFailing('b', 2)),
        () => void made.push(make('c', 3)),
        () => waited(made, { return_when: asyncio.FIRST_EXCEPTION }),
        now,
        () => finished(made),
        () => waited([make('d', 1), make('e', 2)], { return_when: asyncio.FIRST_EXCEPTION }),
        now,
      ),
    ).toEqual(["[['a', 'b'], ['c']]", '2', "['a', ValueError('b'), 'c']", "[['d', 'e'], []]", '5']);
  });

  test("doesn't take a cancelled one for failed", async () => {
    const { run, start, cancel, tasks } = kit.stage();
    expect(
      await run(
        () => start('a', () => asyncio.sleep(9)),
        () => start('b', () => asyncio.sleep(2)),
        () => void asyncio.get_running_loop().call_later(1, () => cancel('a')),
        () => waited([tasks.a, tasks.b], { return_when: asyncio.FIRST_EXCEPTION }),
        now,
      ),
    ).toEqual(['a: CancelledError', "[['a', 'b'], []]", '2']);
  });

  test('of what is done already gives up a turn all the same', async () => {
    const { run, note } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 0)),
        () => void made.push(make('b', 5)),
        () => asyncio.sleep(1),
        () => void asyncio.get_running_loop().call_soon(() => note('another turn')),
        () => waited(made, { return_when: asyncio.FIRST_COMPLETED }),
        () => waited([made[0]]),
        now,
        () => finished(made),
      ),
    ).toEqual(['another turn', "[['a'], ['b']]", "[['a'], []]", '1', "['a', 'b']"]);
  });

  test('returns what is done when the time is over', async () => {
    const { run } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 1)),
        () => void made.push(make('b', 3)),
        () => waited(made, { timeout: 2 }),
        now,
        () => waited(made, { timeout: 0 }),
        now,
        () => waited(made, { timeout: 5 }),
        now,
        () => waited(made, { timeout: null }),
        now,
        () => asyncio.sleep(9),
      ),
    ).toEqual(["[['a'], ['b']]", '2', "[['a'], ['b']]", '2', "[['a', 'b'], []]", '3', "[['a', 'b'], []]", '3']);
  });

  test('is over in time although the time is over in the same iteration', async () => {
    const { run } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 1)),
        () => void made.push(make('b', 1)),
        turn,
        () => waited(made, { timeout: 1 }),
        now,
        () => finished(made),
      ),
    ).toEqual(["[['a', 'b'], []]", '1', "['a', 'b']"]);
  });

  test('counts what is given twice once', async () => {
    const { run } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 1)),
        () => waited([made[0], made[0]]),
        now,
        () => waited(new Set(made)),
      ),
    ).toEqual(["[['a'], []]", '1', "[['a'], []]"]);
  });

  test('is left by a task that is cancelled, while the others go on, and forgets them', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 2)),
        () => void made.push(make('b', 3)),
        () => start('waiter', () => wait(made, { timeout: 50 })),
        () => asyncio.sleep(1),
        () => cancel('waiter', 'stop'),
        turn,
        () => [tasks.waiter!.cancelled(), made[0]!.done(), made[1]!.cancelling()],
        () => made,
        () => finished(made),
      ),
    ).toEqual([
      'waiter: CancelledError: stop',
      '[True, False, 0]',
      "[<Task pending name='a' coro=<steps() running> wait_for=<Future pending cb=[Task.task_wakeup()]>>, <Task pending name='b' coro=<steps() running> wait_for=<Future pending cb=[Task.task_wakeup()]>>]",
      "['a', 'b']",
    ]);
  });

  test('is never begun by a task that is cancelled before it starts', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 2)),
        () => start('waiter', () => wait(made)),
        () => cancel('waiter', 'early'),
        turn,
        turn,
        () => [tasks.waiter!.cancelled(), made[0]!.done()],
        () => made[0],
      ),
    ).toEqual(kit.eager ? ['waiter: CancelledError: early', '[True, False]', "'a'"] : ['[True, False]', "'a'"]);
  });

  test('is cancelled in the iteration in which it would return', async () => {
    const { run, start, cancel, tasks } = kit.stage();
    const made: asyncio.Task<unknown>[] = [];
    expect(
      await run(
        () => void made.push(make('a', 1)),
        () => start('waiter', () => waited(made)),
        () => asyncio.sleep(1),
        () => cancel('waiter', 'first'),
        () => cancel('waiter', 'second'),
        () => asyncio.sleep(1),
        () => [tasks.waiter!.cancelled(), made[0]!.done()],
      ),
    ).toEqual(['waiter: CancelledError: first', '[True, True]']);
  });

  test("refuses what can't be waited for when it is awaited", async () => {
    const { run } = kit.stage();
    const coroutine = asyncio.sleep(1);
    expect(
      await run(
        () => wait([]),
        () => wait(new Set()),
        () => wait(asyncio.get_running_loop().create_future()),
        () => wait(coroutine),
        () => wait([coroutine]),
        () => wait(5),
        () => wait(null),
        () => wait(''),
        () => wait(5, { return_when: 'SOMETIMES' }),
        () => wait([][Symbol.iterator]()),
        () => wait([5]),
        () => wait([asyncio.get_running_loop().create_future()], { return_when: 'SOMETIMES' }),
        () => wait([asyncio.get_running_loop().create_future()], { timeout: 'x' }),
        () => void coroutine.close(),
      ),
    ).toEqual([
      'ValueError: Set of Tasks/Futures is empty.',
      'ValueError: Set of Tasks/Futures is empty.',
      'TypeError: expect a list of futures, not Future',
      'TypeError: expect a list of futures, not coroutine',
      'TypeError: Passing coroutines is forbidden, use tasks explicitly.',
      "TypeError: 'int' object is not iterable",
      'ValueError: Set of Tasks/Futures is empty.',
      'ValueError: Set of Tasks/Futures is empty.',
      'ValueError: Invalid return_when value: SOMETIMES',
      'AssertionError: Set of Futures is empty.',
      "AttributeError: 'int' object has no attribute 'add_done_callback'",
      'ValueError: Invalid return_when value: SOMETIMES',
      "TypeError: unsupported operand type(s) for +: 'float' and 'str'",
    ]);
  });
});

test('takes awaitables and two keywords', () => {
  expect([
    calling(asyncio, 'wait'),
    calling(asyncio, 'wait', [], 1),
    calling(asyncio, 'wait', [], { time: 1 }),
    calling(asyncio, 'wait', [], { timeout: 1, return_whem: 1 }),
    asyncio.FIRST_COMPLETED,
    asyncio.FIRST_EXCEPTION,
    asyncio.ALL_COMPLETED,
  ]).toEqual([
    "TypeError: wait() missing 1 required positional argument: 'fs'",
    'TypeError: wait() takes 1 positional argument but 2 were given',
    "TypeError: wait() got an unexpected keyword argument 'time'",
    "TypeError: wait() got an unexpected keyword argument 'return_whem'. Did you mean 'return_when'?",
    'FIRST_COMPLETED',
    'FIRST_EXCEPTION',
    'ALL_COMPLETED',
  ]);
});

test('takes its awaitables by keyword, and promises', async () => {
  const main = asyncio.coroutine(function* () {
    const task = asyncio.create_task(asyncio.sleep(0, 'task'));
    const [done, pending] = yield* asyncio.wait({ fs: [task, Promise.resolve('promise')] });
    return [[...done].map((future) => future.result()), [...pending]];
  });
  expect(await asyncio.run(main())).toEqual([['task', 'promise'], []]);
});

test('is a coroutine function, whose coroutine has its name', () => {
  const coroutine = asyncio.wait([]);
  expect([plain(coroutine), asyncio.inspect.iscoroutinefunction(asyncio.wait)]).toEqual([
    '<coroutine object wait at 0x…>',
    true,
  ]);
  coroutine.close();
});
