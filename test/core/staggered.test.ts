/** `staggered_race`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise, recordErrorOutput } from '../support/outcomes';

failOnNoise();

const race = asyncio.staggered.staggered_race as (...args: unknown[]) => asyncio.Coroutine<unknown>;
const now = (): unknown => asyncio.get_running_loop().time();

acrossTheMatrix('staggered_race', (kit) => {
  /** Notes its start and its cancellation; takes some time, and ends. */
  const racer =
    (stage: Stage, name: string, seconds: number, end: (() => unknown) | null = null): (() => unknown) =>
    () =>
      kit.rescued(
        () =>
          kit.steps(
            () => stage.note([name, 'starts', now()]),
            () => asyncio.sleep(seconds),
            () => (end === null ? name : end()),
          ),
        (error) => kit.steps(() => stage.note([name, error]), raising(error)),
      );
  const fails = raising(new asyncio.ValueError('racer'));

  test('gives the winner, its index and the errors of the others', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => race([racer(stage, 'a', 1)], 1),
        () => race([racer(stage, 'a', 3), racer(stage, 'b', 1), racer(stage, 'c', 1)], 1),
        now,
        () => race([racer(stage, 'a', 1, fails), racer(stage, 'b', 1)], 5),
        now,
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "('a', 0, [None])",
      "['a', 'starts', 1]",
      "['b', 'starts', 2]",
      "['a', CancelledError()]",
      "('b', 1, [CancelledError(), None])",
      '3',
      "['a', 'starts', 3]",
      "['a', ValueError('racer')]",
      "['b', 'starts', 4]",
      "('b', 1, [ValueError('racer'), None])",
      '5',
    ]);
  });

  test('starts the next one as soon as the one before has failed, or after the delay', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () =>
          race(
            [racer(stage, 'a', 0, fails), racer(stage, 'b', 9), racer(stage, 'c', 1, fails), racer(stage, 'd', 2)],
            3,
          ),
        now,
        () => race([racer(stage, 'a', 5, fails), racer(stage, 'b', 1)], null),
        now,
        () => race([racer(stage, 'a', 5), racer(stage, 'b', 1)], 0),
        now,
        () => race([racer(stage, 'a', 5), racer(stage, 'b', 1)], -1),
        now,
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['a', ValueError('racer')]",
      "['b', 'starts', 0]",
      "['c', 'starts', 3]",
      "['c', ValueError('racer')]",
      "['d', 'starts', 4]",
      "['b', CancelledError()]",
      "('d', 3, [ValueError('racer'), CancelledError(), ValueError('racer'), None])",
      '6',
      "['a', 'starts', 6]",
      "['a', ValueError('racer')]",
      "['b', 'starts', 11]",
      "('b', 1, [ValueError('racer'), None])",
      '12',
      "['a', 'starts', 12]",
      "['b', 'starts', 12]",
      "['a', CancelledError()]",
      "('b', 1, [CancelledError(), None])",
      '13',
      "['a', 'starts', 13]",
      "['b', 'starts', 13]",
      "['a', CancelledError()]",
      "('b', 1, [CancelledError(), None])",
      '14',
    ]);
  });

  test('gives no winner when all fail', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => race([racer(stage, 'a', 1, fails), racer(stage, 'b', 1, fails)], null),
        () =>
          race(
            [racer(stage, 'a', 1, fails), racer(stage, 'b', 0, raising(new asyncio.CancelledError('by itself')))],
            5,
          ),
        now,
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['a', ValueError('racer')]",
      "['b', 'starts', 1]",
      "['b', ValueError('racer')]",
      "(None, None, [ValueError('racer'), ValueError('racer')])",
      "['a', 'starts', 2]",
      "['a', ValueError('racer')]",
      "['b', 'starts', 3]",
      "['b', CancelledError('by itself')]",
      "(None, None, [ValueError('racer'), CancelledError('by itself')])",
      '3',
    ]);
  });

  test('of nobody is over', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => race([], 1),
        () => race([], null),
        now,
      ),
    ).toEqual(['(None, None, [])', '(None, None, [])', '0']);
  });

  test('asks for the next racer when its turn has come', async () => {
    const stage = kit.stage();
    const racers = [racer(stage, 'a', 2), racer(stage, 'b', 9)];
    expect(
      await stage.run(
        () => void asyncio.get_running_loop().call_later(1.5, () => racers.push(racer(stage, 'late', 9))),
        () => race(racers, 1),
        now,
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['b', 'starts', 1]",
      "['b', CancelledError()]",
      "('a', 0, [None, CancelledError()])",
      '2',
    ]);
  });

  test('has two winners in one iteration, of which the first counts', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(() => race([racer(stage, 'a', 2, fails), racer(stage, 'b', 2), racer(stage, 'c', 1)], 1), now),
    ).toEqual([
      "['a', 'starts', 0]",
      "['b', 'starts', 1]",
      "['a', ValueError('racer')]",
      "['c', 'starts', 2]",
      "['c', CancelledError()]",
      "('b', 1, [ValueError('racer'), None, CancelledError()])",
      '3',
    ]);
  });

  test('cancels all when it is cancelled, with the message, and ends when they have', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => stage.start('race', () => race([racer(stage, 'a', 9), racer(stage, 'b', 9), racer(stage, 'c', 9)], 1)),
        () => asyncio.sleep(1.5),
        () => stage.cancel('race', 'stop'),
        () => asyncio.sleep(1),
        () => [stage.tasks.race!.cancelled(), stage.tasks.race!.cancelling()],
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['b', 'starts', 1]",
      "['a', CancelledError('stop')]",
      "['b', CancelledError('stop')]",
      'race: CancelledError: stop',
      '[True, 1]',
    ]);
  });

  test('cancels all without a message when it is cancelled so', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => stage.start('race', () => race([racer(stage, 'a', 9), racer(stage, 'b', 9)], 1)),
        () => asyncio.sleep(1.5),
        () => stage.cancel('race'),
        () => asyncio.sleep(1),
        () => stage.tasks.race!.cancelled(),
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['b', 'starts', 1]",
      "['a', CancelledError()]",
      "['b', CancelledError()]",
      'race: CancelledError',
      'True',
    ]);
  });

  test('is cancelled again while its racers take their time to end', async () => {
    const stage = kit.stage();
    const stubborn = (): unknown =>
      kit.rescued(
        () => asyncio.sleep(9),
        (first) =>
          kit.steps(
            () => stage.note(first),
            () =>
              kit.rescued(
                () => asyncio.sleep(5),
                (second) =>
                  kit.steps(
                    () => stage.note(second),
                    () => 'late',
                  ),
              ),
          ),
      );
    expect(
      await stage.run(
        () => stage.start('race', () => race([stubborn], 1)),
        () => asyncio.sleep(1.5),
        () => stage.cancel('race', 'once'),
        () => asyncio.sleep(1),
        () => stage.cancel('race', 'twice'),
        () => asyncio.sleep(1),
        () => [stage.tasks.race!.done(), stage.tasks.race!.cancelling()],
        now,
      ),
    ).toEqual(["CancelledError('once')", "CancelledError('twice')", 'race: CancelledError: twice', '[True, 2]', '3.5']);
  });

  test('is never begun by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => stage.start('race', () => race([racer(stage, 'a', 9)], 1)),
        () => stage.cancel('race', 'early'),
        () => asyncio.sleep(1),
        () => stage.tasks.race!.cancelled(),
      ),
    ).toEqual(
      kit.eager
        ? ["['a', 'starts', 0]", "['a', CancelledError('early')]", 'race: CancelledError: early', 'True']
        : ['True'],
    );
  });

  test('is cancelled in the iteration in which somebody wins', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => stage.start('race', () => race([racer(stage, 'a', 1), racer(stage, 'b', 9)], 5)),
        () => asyncio.sleep(1),
        () => stage.cancel('race', 'now'),
        () => asyncio.sleep(1),
        () => stage.tasks.race!.cancelled(),
      ),
    ).toEqual(["['a', 'starts', 0]", 'race: CancelledError: now', 'True']);
  });

  test('fails when what it is made of does', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () => race([() => 5], 1),
            (error) => error,
          ),
        () => race([raising(new asyncio.KeyError('at the call')), racer(stage, 'b', 1)], 1),
        () => race(5, 1),
        () => race(null, 1),
        now,
      ),
    ).toEqual([
      "(None, None, [TypeError(\"'int' object can't be awaited\")])",
      "['b', 'starts', 0]",
      "('b', 1, [KeyError('at the call'), None])",
      "TypeError: 'int' object is not iterable",
      "TypeError: 'NoneType' object is not iterable",
      '1',
    ]);
  });

  test('leaves no trace in the call graph', async () => {
    const stage = kit.stage();
    expect(
      await stage.run(
        () => race([racer(stage, 'a', 1), racer(stage, 'b', 9)], 0.5),
        turn,
        () => [...asyncio.all_tasks()].length,
      ),
    ).toEqual([
      "['a', 'starts', 0]",
      "['b', 'starts', 0.5]",
      "['b', CancelledError()]",
      "('a', 0, [None, CancelledError()])",
      '1',
    ]);
  });
});

test('takes functions, a delay and a loop', () => {
  const { staggered } = asyncio;
  expect([
    calling(staggered, 'staggered_race'),
    calling(staggered, 'staggered_race', []),
    calling(staggered, 'staggered_race', [], 1, 2),
    calling(staggered, 'staggered_race', [], 1, { lop: 1 }),
  ]).toEqual([
    "TypeError: staggered_race() missing 2 required positional arguments: 'coro_fns' and 'delay'",
    "TypeError: staggered_race() missing 1 required positional argument: 'delay'",
    'TypeError: staggered_race() takes 2 positional arguments but 3 were given',
    "TypeError: staggered_race() got an unexpected keyword argument 'lop'. Did you mean 'loop'?",
  ]);
});

test('takes its arguments by keyword, and another loop only if that runs', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const coro_fns = [() => asyncio.sleep(0, 'won')];
    return yield* asyncio.staggered.staggered_race({ coro_fns, delay: null, loop });
  });
  expect(asyncio.repr(await asyncio.run(main()))).toBe("('won', 0, [None])");
});

test('fails by itself when an error ends the program, which has the last word', async () => {
  const written = recordErrorOutput();
  for (const error of [new asyncio.SystemExit(3), new asyncio.KeyboardInterrupt('stop')]) {
    const main = asyncio.coroutine(function* () {
      return yield* asyncio.staggered.staggered_race(
        [
          asyncio.coroutine(function* (): asyncio.Gen<never> {
            throw error;
          }),
        ],
        null,
      );
    });
    await expect(asyncio.run(main())).rejects.toBe(error);
  }
  expect(written.map((text) => text.split('\n')[0])).toEqual([
    'unhandled exception during asyncio.run() shutdown',
    'unhandled exception during asyncio.run() shutdown',
  ]);
  expect(written[0]).toContain("TypeError('Cannot nest BaseExceptions in an ExceptionGroup')");
});

test('is a coroutine function, whose coroutine has its name', () => {
  const coroutine = race([], 1);
  expect([plain(coroutine), asyncio.inspect.iscoroutinefunction(asyncio.staggered.staggered_race)]).toEqual([
    '<coroutine object staggered_race at 0x…>',
    true,
  ]);
  coroutine.close();
});
