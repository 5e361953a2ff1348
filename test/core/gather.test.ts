/** `gather`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { collectReports, inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { scripts } from '../support/scripts';

failOnNoise();

const gathering = (...args: unknown[]): unknown => asyncio.gather(...(args as never[]));

describe('outside of a loop', () => {
  const noLoop = "RuntimeError: There is no current event loop in thread 'MainThread'.";

  test('gathering nothing, or a coroutine, needs a current loop', async () => {
    expect(outcome(() => asyncio.gather())).toBe(noLoop);
    expect(outcome(() => asyncio.gather({ return_exceptions: true }))).toBe(noLoop);
    const coroutine = asyncio.sleep(0, 'slept');
    expect(outcome(() => asyncio.gather(coroutine))).toBe(noLoop);
    const loop = virtualLoop();
    asyncio.set_event_loop(loop);
    const empty = asyncio.gather();
    expect([asyncio.repr(empty), empty.get_loop() === loop]).toEqual(['<Future finished result=[]>', true]);
    expect(await loop.run_until_complete(asyncio.gather(coroutine))).toEqual(['slept']);
    asyncio.set_event_loop(null);
    loop.close();
  });

  test('futures say which loop it is', async () => {
    const loop = virtualLoop();
    const future = loop.create_future<number>();
    const gathered = asyncio.gather(future);
    expect([asyncio.repr(gathered), gathered.get_loop() === loop]).toEqual(['<_GatheringFuture pending>', true]);
    future.set_result(1);
    expect(await loop.run_until_complete(gathered)).toEqual([1]);
    loop.close();
  });
});

inEveryWay('gather', (kit) => {
  const { steps, attempts } = scripts(kit, 'run');
  let loop: asyncio.BaseEventLoop;
  beforeEach(() => {
    loop = kit.loop();
  });
  afterEach(() => {
    loop.close();
  });

  const turns = (count: number): (() => unknown)[] => Array.from({ length: count }, () => () => asyncio.sleep(0));
  const ok = (value: unknown, after = 0): asyncio.Coroutine => steps(...turns(after), () => value);
  const bad = (text: string, after = 0): asyncio.Coroutine =>
    steps(...turns(after), () => {
      throw new asyncio.ValueError(text);
    });
  const slow = (value: unknown = 's', seconds = 10): asyncio.Coroutine => steps(() => asyncio.sleep(seconds, value));
  /** Swallows its cancellation. */
  const stubborn = (): asyncio.Coroutine => attempts(() => asyncio.sleep(10));
  const plain = (value: unknown): string => asyncio.repr(value).replace(/ created at [^>\]]*(?=[>\]])/g, '');

  /** Runs some steps in a task of the loop; returns their outcomes. */
  const outcomes = (...all: (() => unknown)[]): Promise<string[]> => loop.run_until_complete(attempts(...all));

  test('gives the results in the order of the arguments', async () => {
    expect(
      await outcomes(
        () => asyncio.gather(ok(1, 3), ok(2), ok(3, 1)),
        () => asyncio.gather(),
        () => asyncio.gather({ return_exceptions: true }),
        () => asyncio.gather(ok(1), { return_exceptions: null }),
      ),
    ).toEqual(['[1, 2, 3]', '[]', '[]', '[1]']);
  });

  test('runs what is given several times only once', async () => {
    const own = {
      *__await__(): asyncio.Gen<string> {
        yield;
        return 'A';
      },
    };
    expect(
      await outcomes(
        () => {
          const shared = ok(5);
          return asyncio.gather(shared, shared, ok(6), shared);
        },
        () => {
          const task = asyncio.create_task(ok(1));
          return asyncio.gather(task, task, task);
        },
        () => asyncio.gather(own, own, ok(1)),
      ),
    ).toEqual(['[5, 5, 6, 5]', '[1, 1, 1]', "['A', 'A', 1]"]);
  });

  test('runs what is given several times only once, if a task factory keeps it for later too', async () => {
    const begun: string[] = [];
    loop.set_task_factory((owner, coro) => {
      const later = steps(
        () => asyncio.sleep(0),
        () => coro,
      );
      return new asyncio.Task(later as asyncio.Coroutine<never>, { loop: owner });
    });
    const once = steps(
      () => begun.push('once'),
      () => 'value',
    );
    const main = steps(() => asyncio.gather(once, ok('other'), once));
    expect([await loop.run_until_complete(main), begun]).toEqual([['value', 'other', 'value'], ['once']]);
  });

  test('takes functions that make coroutines, and promises', async () => {
    expect(await outcomes(() => asyncio.gather(() => ok(1), Promise.resolve(2), loop.create_task(ok(3))))).toEqual([
      '[1, 2, 3]',
    ]);
  });

  test('refuses what cannot be awaited, and unknown keywords', async () => {
    expect(
      await outcomes(
        () => gathering(3),
        () => gathering(null),
        () => gathering({ foo: 1 }),
      ),
    ).toEqual([
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
      "TypeError: gather() got an unexpected keyword argument 'foo'",
    ]);
  });

  test('refuses a future of another loop', async () => {
    const other = kit.loop();
    const text = 'ValueError: The future belongs to a different loop than the one specified as the loop argument';
    expect(
      await outcomes(
        () => asyncio.gather(other.create_future()),
        () => asyncio.gather(loop.create_future(), other.create_future()),
      ),
    ).toEqual([text, text]);
    other.close();
  });

  test('raises the first error, while the others go on', async () => {
    let left: asyncio.Task | null = null;
    expect(
      await outcomes(
        () => asyncio.gather(ok(1), bad('b', 1), bad('c', 2), (left = asyncio.create_task(slow()))),
        () => left?.done(),
        () => left,
      ),
    ).toEqual(['ValueError: b', 'False', "'s'"]);
  });

  test('is done as soon as its children are, which is at once if they start eagerly', async () => {
    const gathered: asyncio.Future<unknown>[] = [];
    const [reprs, ...ends] = await outcomes(
      () => {
        gathered.push(
          asyncio.gather(ok(1), ok(2)),
          asyncio.gather(bad('x'), ok(1, 1)),
          asyncio.gather(ok(1, 1), bad('x'), { return_exceptions: true }),
        );
        return gathered.map(plain);
      },
      () => gathered[0],
      () => gathered[1],
      () => gathered[2],
    );
    const pending = "'<_GatheringFuture pending>'";
    expect(reprs).toBe(
      kit.eager
        ? `['<_GatheringFuture finished result=[1, 2]>', "<_GatheringFuture finished exception=ValueError('x')>", ${pending}]`
        : `[${pending}, ${pending}, ${pending}]`,
    );
    expect(ends).toEqual(['[1, 2]', 'ValueError: x', "[1, ValueError('x')]"]);
  });

  test('puts errors among the results if it is asked to', async () => {
    expect(await outcomes(() => asyncio.gather(ok(1), bad('b', 1), bad('c'), { return_exceptions: true }))).toEqual([
      "[1, ValueError('b'), ValueError('c')]",
    ]);
  });

  test('of what is done already is done', async () => {
    const [good, failed, cancelled] = [loop.create_future(), loop.create_future(), loop.create_future()] as const;
    good.set_result(1);
    failed.set_exception(new asyncio.ValueError('pre'));
    cancelled.cancel('pre');
    const reprs = await loop.run_until_complete(
      steps(() =>
        [asyncio.gather(good), asyncio.gather(failed, good), asyncio.gather(cancelled)].map((gathered) => [
          plain(gathered),
          gathered.cancel(),
          outcome(() => gathered.exception()),
        ]),
      ),
    );
    expect(reprs).toEqual([
      ['<_GatheringFuture finished result=[1]>', false, 'None'],
      ["<_GatheringFuture finished exception=ValueError('pre')>", false, "ValueError('pre')"],
      ["<_GatheringFuture finished exception=CancelledError('pre')>", false, "CancelledError('pre')"],
    ]);
    expect(
      await outcomes(
        () => asyncio.gather(cancelled),
        () => asyncio.gather(cancelled, { return_exceptions: true }),
      ),
    ).toEqual(['CancelledError: pre', "[CancelledError('pre')]"]);
  });

  /** Gathers, lets the children begin, cancels; returns how that went. */
  const cancelled = async (gather: () => asyncio.Future<unknown>, ...messages: unknown[]): Promise<unknown[]> => {
    const seen: unknown[] = [];
    let gathered: asyncio.Future<unknown> | null = null;
    const [end] = (
      await outcomes(
        () => void (gathered = gather()),
        () => asyncio.sleep(0),
        () => void messages.forEach((message) => seen.push(gathered?.cancel(message))),
        () => void seen.push(plain(gathered)),
        () => gathered,
      )
    ).slice(-1);
    return [...seen, end, plain(gathered)];
  };

  test('cancelled, cancels its children and ends when they have', async () => {
    expect(await cancelled(() => asyncio.gather(slow('a'), slow('b')), 'msg')).toEqual([
      true,
      '<_GatheringFuture pending>',
      'CancelledError: msg',
      "<_GatheringFuture finished exception=CancelledError('msg')>",
    ]);
  });

  test('cancelled, is cancelled although its children ignore it', async () => {
    expect(await cancelled(() => asyncio.gather(stubborn(), stubborn()), 'msg')).toEqual([
      true,
      '<_GatheringFuture pending>',
      'CancelledError',
      '<_GatheringFuture finished exception=CancelledError()>',
    ]);
    expect(
      (await cancelled(() => asyncio.gather(slow('a'), stubborn(), { return_exceptions: true }), 'msg')).slice(2),
    ).toEqual(['CancelledError', '<_GatheringFuture finished exception=CancelledError()>']);
  });

  test('may be cancelled more than once', async () => {
    expect(await cancelled(() => asyncio.gather(stubborn(), slow('x', 0.5)), null, 'again')).toEqual([
      true,
      true,
      '<_GatheringFuture pending>',
      'CancelledError',
      '<_GatheringFuture finished exception=CancelledError()>',
    ]);
  });

  test('cancelled before its children have begun, never runs them', async () => {
    const seen: string[] = [];
    let gathered: asyncio.Future<unknown> | null = null;
    const ends = await outcomes(
      () => void (gathered = asyncio.gather(steps(() => seen.push('ran')))),
      () => gathered?.cancel('b'),
      () => gathered,
    );
    // Children that start eagerly begin with the gather, and here end with it.
    expect(ends.slice(1)).toEqual(kit.eager ? ['False', '[1]'] : ['True', 'CancelledError: b']);
    expect(seen).toEqual(kit.eager ? ['ran'] : []);
  });

  test('hands its cancellation on to a gather within', async () => {
    const end = await cancelled(() => asyncio.gather(asyncio.gather(slow('p'), slow('q')), slow('r')), 'n');
    expect(end.slice(2)).toEqual(['CancelledError: n', "<_GatheringFuture finished exception=CancelledError('n')>"]);
  });

  test('cancelled after an error, keeps the error', async () => {
    let gathered: asyncio.Future<unknown> | null = null;
    let left: asyncio.Task | null = null;
    const ends = await outcomes(
      () => void (gathered = asyncio.gather(bad('e', 1), (left = asyncio.create_task(slow('z'))))),
      ...turns(kit.eager ? 1 : 2),
      () => gathered?.cancel('late'),
      () => left,
      () => gathered,
    );
    expect(ends.slice(-3)).toEqual(['True', 'CancelledError: late', 'ValueError: e']);
  });

  test('raises the cancellation of a child by somebody else, while the others go on', async () => {
    let tasks: [asyncio.Task, asyncio.Task] | null = null;
    let gathered: asyncio.Future<unknown> | null = null;
    const ends = await outcomes(
      () => void (tasks = [asyncio.create_task(slow('x')), asyncio.create_task(slow('y', 0.1))]),
      () => void (gathered = asyncio.gather(...(tasks ?? []))),
      () => asyncio.sleep(0),
      () => tasks?.[0].cancel('child'),
      () => gathered,
      () => gathered?.cancelled(),
      () => tasks?.[1],
    );
    expect(ends.slice(4)).toEqual(['CancelledError: child', 'False', "'y'"]);
  });

  test('puts the cancellation of a child among the results, without its message', async () => {
    let task: asyncio.Task | null = null;
    let gathered: asyncio.Future<unknown> | null = null;
    const ends = await outcomes(
      () => void (task = asyncio.create_task(slow('x'))),
      () => void (gathered = asyncio.gather(task as asyncio.Task, slow('y', 0.1), { return_exceptions: true })),
      () => asyncio.sleep(0),
      () => task?.cancel('child'),
      () => gathered,
    );
    expect(ends.slice(4)).toEqual(["[CancelledError(''), 'y']"]);
  });

  test('is cancelled with the task that awaits it', async () => {
    const task = loop.create_task(steps(() => asyncio.gather(slow('t1'), stubborn())));
    await outcomes(...turns(3), () => task.cancel('tm'));
    expect(await settled(loop.run_until_complete(task))).toBe('CancelledError: tm');
    expect(task.cancelled()).toBe(true);
  });

  test('can be ended by hand', async () => {
    let gathered: asyncio.Future<unknown[]> | null = null;
    const ends = await outcomes(
      () => void (gathered = asyncio.gather(slow('s', 1))),
      () => gathered?.set_result(['by hand']),
      () => gathered,
      () => asyncio.sleep(2),
    );
    expect(ends.slice(2)).toEqual(["['by hand']", 'None']);
  });

  test('that nobody awaits reports its first error only', async () => {
    const reports = collectReports(loop);
    await outcomes(
      () => void asyncio.gather(bad('l1'), bad('l2')),
      () => asyncio.sleep(1),
    );
    loop.close();
    expect(reports.map((report) => [report.message, asyncio.repr(report.exception)])).toEqual([
      ['_GatheringFuture exception was never retrieved', "ValueError('l1')"],
    ]);
  });

  test('shows among the callbacks of its children, and its children are not reported as pending', async () => {
    const reports = collectReports(loop);
    let shown = '';
    await outcomes(
      () => void asyncio.gather(slow('a'), slow('b')),
      () => asyncio.sleep(0),
      () => void (shown = plain([...asyncio.all_tasks()][1])),
    );
    expect(shown).toMatch(
      /^<Task pending name='Task-\d+' coro=<run\(\) running> wait_for=<Future pending cb=\[Task\.task_wakeup\(\)\]> cb=\[gather\.<locals>\._done_callback\(\)\]>$/,
    );
    loop.close();
    expect(reports).toEqual([]);
  });
});

describe('children that are only counted', () => {
  const child = asyncio.coroutine(function* (log: unknown[], name: string, turns: number, fails = false) {
    for (let turn = 0; turn < turns; turn++) yield* asyncio.sleep(0);
    log.push(name);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  test.each([
    [false, '0 1 b c 2 future a d 3 done error b main 4 5 6 7 8 9'],
    [true, "0 1 b c 2 future a d 3 4 done ['a', 'f', ValueError('b'), 'c', 'd'] main 5 6 7 8 9"],
  ])('end in the turn in which they end in CPython, with return_exceptions=%s', async (return_exceptions, expected) => {
    const log: unknown[] = [];
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const tick = (count: number): void => {
        log.push(count);
        if (count < 9) loop.call_soon(tick, count + 1);
      };
      const future = loop.create_future<string>();
      const end = (): void => {
        log.push('future');
        future.set_result('f');
      };
      loop.call_soon(tick, 0);
      loop.call_soon(() => loop.call_soon(() => loop.call_soon(end)));
      const children = [child(log, 'a', 2), future, child(log, 'b', 1, true), child(log, 'c', 1), child(log, 'd', 2)];
      const gathered = asyncio.gather(...children, { return_exceptions });
      gathered.add_done_callback(() => log.push('done'));
      try {
        log.push(asyncio.repr(yield* gathered));
      } catch (error) {
        log.push(`error ${(error as Error).message}`);
      }
      log.push('main');
      while (!log.includes(9)) yield* asyncio.sleep(0);
    });
    await asyncio.run(main());
    expect(log.join(' ')).toBe(expected);
  });

  test('show their callback, and who awaits them', async () => {
    const seen: unknown[] = [];
    const look = asyncio.coroutine(function* () {
      yield* asyncio.sleep(0);
      const task = asyncio.current_task() as asyncio.Task;
      seen.push(/cb=\[.*\]/.exec(asyncio.repr(task))?.[0].replace(/ at .*(?=\])/, ''));
      seen.push(asyncio.capture_call_graph()?.awaited_by.map(({ future }) => (future as asyncio.Task).get_name()));
    });
    const main = asyncio.coroutine(function* () {
      asyncio.current_task()?.set_name('main');
      yield* asyncio.gather(look());
    });
    await asyncio.run(main());
    expect(seen).toEqual(['cb=[gather.<locals>._done_callback()]', ['main']]);
  });

  test('have a callback each for a loop that watches its callbacks', async () => {
    let count = 0;
    class Watching extends asyncio.SelectorEventLoop {
      override call_soon(callback: (...args: never[]) => unknown, ...args: unknown[]): asyncio.Handle {
        if ((callback as { __qualname__?: string }).__qualname__ === 'gather.<locals>._done_callback') count += 1;
        return super.call_soon(callback, ...args);
      }
    }
    const log: unknown[] = [];
    const main = asyncio.coroutine(function* () {
      return yield* asyncio.gather(child(log, 'a', 0), child(log, 'b', 1), child(log, 'c', 0));
    });
    await asyncio.run(main(), { loop_factory: Watching });
    expect(count).toBe(3);
  });
});
