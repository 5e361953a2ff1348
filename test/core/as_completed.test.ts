/** `as_completed`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, plain, raising, turn } from '../support/matrix';
import { calling, failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

type Completed = asyncio.AsCompletedIterator<asyncio.Task<unknown>>;

const asCompleted = asyncio.as_completed as unknown as (...args: unknown[]) => Completed;
const nextOf = (iterator: Completed): asyncio.Coroutine<unknown> => {
  const { done, value } = iterator.next();
  if (done === true) throw new asyncio.StopIteration();
  return value;
};
// In native code `await` would wait for the task as well, and give its result.
const nameOfNext = asyncio.coroutine(function* (iterator: Completed): asyncio.Gen<unknown> {
  const task = yield* iterator.__anext__();
  return [task.get_name(), task.done()];
});
const now = (): unknown => asyncio.get_running_loop().time();

acrossTheMatrix('as_completed', (kit) => {
  const make = (name: string, seconds: number): asyncio.Task<unknown> =>
    asyncio.create_task(
      kit.steps(
        () => asyncio.sleep(seconds),
        () => name,
      ),
      { name },
    );
  const failing = (name: string, seconds: number): asyncio.Task<unknown> =>
    asyncio.create_task(
      kit.steps(() => asyncio.sleep(seconds), raising(new asyncio.ValueError(name))),
      { name },
    );
  /** Holds what a step made. */
  const made: Completed[] = [];
  const tasks: asyncio.Task<unknown>[] = [];
  const last = (): Completed => made[made.length - 1]!;
  const lastTask = (): asyncio.Task<unknown> => tasks[tasks.length - 1]!;

  test('gives results in the order in which they come', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([make('a', 2), make('b', 1), make('c', 3), make('d', 1)])),
        () => nextOf(last()),
        now,
        () => nextOf(last()),
        () => nextOf(last()),
        now,
        () => nextOf(last()),
        now,
        () => nextOf(last()),
      ),
    ).toEqual(["'b'", '1', "'d'", "'a'", '2', "'c'", '3', 'StopIteration']);
  });

  test('gives errors and cancellations when they are awaited', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('cancelled', 9)),
        () => void made.push(asCompleted([failing('a', 1), lastTask(), make('c', 2)])),
        () => nextOf(last()),
        () => void lastTask().cancel('stop'),
        () => nextOf(last()),
        () => nextOf(last()),
        now,
      ),
    ).toEqual(['ValueError: a', 'CancelledError: stop', "'c'", '2']);
  });

  test('gives the tasks themselves to `for await`', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('a', 2)),
        () => void made.push(asCompleted([lastTask(), make('b', 1), failing('c', 3)])),
        () =>
          asyncio.async_for(last(), (task) =>
            note([(task as asyncio.Task).get_name(), task === lastTask(), now(), (task as asyncio.Task).exception()]),
          ),
        () => lastTask().result(),
        () => asyncio.async_for(last(), () => note('never')),
        () => nameOfNext(last()),
        () => nextOf(last()),
        () => asyncio.async_for(asCompleted([failing('d', 0)]), (task) => note((task as asyncio.Task).exception())),
        () =>
          asyncio.async_for(asCompleted([failing('e', 0)]), (task) =>
            note(outcome(() => (task as asyncio.Task).result())),
          ),
      ),
    ).toEqual([
      "['b', False, 1, None]",
      "['a', True, 2, None]",
      "['c', False, 3, ValueError('c')]",
      "'a'",
      'StopAsyncIteration',
      'StopIteration',
      "ValueError('d')",
      'ValueError: e',
    ]);
  });

  test('may be left early, while the tasks go on', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([make('a', 1), make('b', 2)])),
        () =>
          asyncio.async_for(last(), (task) => {
            note((task as asyncio.Task).get_name());
            return asyncio.BREAK;
          }),
        now,
        () => nameOfNext(last()),
        now,
      ),
    ).toEqual(['a', '1', "['b', True]", '2']);
  });

  test('makes tasks of coroutines, which start when the loop turns', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () =>
          void made.push(
            asCompleted([
              kit.steps(
                () => note('a starts'),
                () => asyncio.sleep(1, 'a'),
              ),
              kit.steps(
                () => note('b starts'),
                () => asyncio.sleep(0, 'b'),
              ),
              () => asyncio.sleep(2, 'function'),
            ]),
          ),
        () => note('made'),
        () => nextOf(last()),
        () => nextOf(last()),
        () => nextOf(last()),
      ),
    ).toEqual(
      kit.eager
        ? ['a starts', 'b starts', 'made', "'b'", "'a'", "'function'"]
        : ['made', 'a starts', 'b starts', "'b'", "'a'", "'function'"],
    );
  });

  test('counts what is given twice once', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('a', 1)),
        () => void made.push(asCompleted([lastTask(), lastTask()])),
        () => nextOf(last()),
        () => nextOf(last()),
        () => void made.push(asCompleted(new Set([make('b', 1)]))),
        () => nextOf(last()),
      ),
    ).toEqual(["'a'", 'StopIteration', "'b'"]);
  });

  test('of nothing is over', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([])),
        () => nextOf(last()),
        () => nameOfNext(last()),
        () => asyncio.async_for(last(), () => note('never')),
        () => void made.push(asCompleted([], { timeout: 1 })),
        () => nextOf(last()),
      ),
    ).toEqual(['StopIteration', 'StopAsyncIteration', 'StopIteration']);
  });

  test('of what is done already takes a turn', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('a', 0)),
        () => asyncio.sleep(1),
        () => void made.push(asCompleted([lastTask(), make('b', 1)])),
        () => void asyncio.get_running_loop().call_soon(() => note('another turn')),
        () => nextOf(last()),
        () => nextOf(last()),
      ),
    ).toEqual(['another turn', "'a'", "'b'"]);
  });

  test("raises TimeoutError for each that isn't done in time, and leaves it alone", async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('c', 4)),
        () => void made.push(asCompleted([make('a', 1), make('b', 3), lastTask()], { timeout: 2 })),
        () => nextOf(last()),
        () => nextOf(last()),
        now,
        () => nextOf(last()),
        () => nextOf(last()),
        now,
        () => lastTask(),
        now,
      ),
    ).toEqual(["'a'", 'TimeoutError', '2', 'TimeoutError', 'StopIteration', '2', "'c'", '4']);
  });

  test('raises TimeoutError in `for await`', async () => {
    const { run, note } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([make('a', 1), make('b', 3)], { timeout: 2 })),
        () => asyncio.async_for(last(), (task) => note((task as asyncio.Task).get_name())),
        now,
        () => nameOfNext(last()),
        () => asyncio.sleep(2),
      ),
    ).toEqual(['a', 'TimeoutError', '2', 'StopAsyncIteration']);
  });

  test('takes the time off the loop when all are done', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([make('a', 1), make('b', 2)], { timeout: 50 })),
        () => nextOf(last()),
        () => nextOf(last()),
        now,
        () => void made.push(asCompleted([make('c', 1)], { timeout: 0 })),
        () => nextOf(last()),
        now,
        () => asyncio.sleep(2),
        () => void made.push(asCompleted([make('d', 1)], { timeout: null })),
        () => nextOf(last()),
      ),
    ).toEqual(["'a'", "'b'", '2', 'TimeoutError', '2', "'d'"]);
  });

  test('gives what is done in the iteration in which the time is over', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('b', 2)),
        () => void tasks.push(make('a', 1)),
        turn,
        () => void made.push(asCompleted([lastTask(), tasks[tasks.length - 2]], { timeout: 1 })),
        () => nextOf(last()),
        () => nextOf(last()),
        now,
        () => asyncio.sleep(2),
      ),
    ).toEqual(['TimeoutError', 'TimeoutError', '1']);
  });

  test('keeps the place of a wait that is cancelled', async () => {
    const { run, start, cancel, tasks: actors } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([make('a', 2), make('b', 3)])),
        () => start('waiter', () => nextOf(last())),
        () => asyncio.sleep(1),
        () => cancel('waiter', 'stop'),
        turn,
        () => actors.waiter!.cancelled(),
        () => nextOf(last()),
        now,
        () => nextOf(last()),
        () => asyncio.sleep(2),
      ),
    ).toEqual(['waiter: CancelledError: stop', 'True', "'a'", '2', 'StopIteration']);
  });

  test('loses nothing to a wait that is cancelled in the iteration in which one is done', async () => {
    const { run, start, cancel, tasks: actors } = kit.stage();
    expect(
      await run(
        () => void tasks.push(make('a', 1)),
        () => void made.push(asCompleted([lastTask(), make('b', 3)])),
        () => start('first', () => nextOf(last())),
        () => start('second', () => nextOf(last()), now),
        () => asyncio.sleep(1),
        () => cancel('first', 'now'),
        () => asyncio.sleep(5),
        () => [actors.first!.cancelled(), actors.second!.done()],
      ),
    ).toEqual(['first: CancelledError: now', "second: 'a'", 'second: 1', '[True, True]']);
  });

  test('is iterated by itself', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void made.push(asCompleted([])),
        () => [last().__aiter__() === last(), last().__iter__() === last()],
      ),
    ).toEqual(['[True, True]']);
  });

  test("refuses what isn't a collection of awaitables", async () => {
    const { run } = kit.stage();
    const coroutine = asyncio.sleep(1);
    expect(
      await run(
        () => void asCompleted(coroutine),
        () => void asCompleted(asyncio.get_running_loop().create_future()),
        () => void asCompleted(5),
        () => void asCompleted(null),
        () => void asCompleted([5]),
        () => void asCompleted([make('a', 0)], { timeout: 'x' }),
        () => void coroutine.close(),
        () => asyncio.sleep(1),
      ),
    ).toEqual([
      'TypeError: expects an iterable of awaitables, not coroutine',
      'TypeError: expects an iterable of awaitables, not Future',
      "TypeError: 'int' object is not iterable",
      "TypeError: 'NoneType' object is not iterable",
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
      "TypeError: unsupported operand type(s) for +: 'float' and 'str'",
    ]);
  });
});

test('takes awaitables and a time', () => {
  expect([
    calling(asyncio, 'as_completed'),
    calling(asyncio, 'as_completed', [], 1),
    calling(asyncio, 'as_completed', [], { time: 1 }),
  ]).toEqual([
    "TypeError: as_completed() missing 1 required positional argument: 'fs'",
    'TypeError: as_completed() takes 1 positional argument but 2 were given',
    "TypeError: as_completed() got an unexpected keyword argument 'time'",
  ]);
});

test('takes its awaitables by keyword, and promises; gives names to its coroutines', async () => {
  const main = asyncio.coroutine(function* () {
    const all = asyncio.as_completed({ fs: [Promise.resolve('promise'), asyncio.sleep(1, 'slept')], timeout: 5 });
    const results: unknown[] = [all.constructor.name, asyncio.inspect.iscoroutinefunction(all.__anext__)];
    for (const next of all) {
      results.push(plain(next));
      results.push(yield* next);
    }
    const anext = all.__anext__();
    results.push(plain(anext));
    anext.close();
    return results;
  });
  const name = '<coroutine object _AsCompletedIterator._wait_for_one at 0x…>';
  expect(await asyncio.run(main())).toEqual([
    '_AsCompletedIterator',
    true,
    name,
    'promise',
    name,
    'slept',
    '<coroutine object _AsCompletedIterator.__anext__ at 0x…>',
  ]);
});

test('can be iterated by `for await`', async () => {
  const main = asyncio.coroutine(async () => {
    const results: unknown[] = [];
    for await (const task of asyncio.as_completed([asyncio.sleep(2, 'slow'), asyncio.sleep(1, 'quick')])) {
      results.push(task.result());
    }
    return results;
  });
  expect(
    await asyncio.run(main(), { loop_factory: () => new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() }) }),
  ).toEqual(['quick', 'slow']);
});
