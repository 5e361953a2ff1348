/** `Task`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { collectReports, inEveryWay, taskMadeInRun, virtualLoop } from '../support/styles';
import {
  calling,
  failOnNoise,
  outcome,
  recordErrorOutput,
  recordLogs,
  recordWarnings,
  runOnce,
  settled,
} from '../support/outcomes';
import { attempts, scripts, steps } from '../support/scripts';

/** A repr without the places that debug mode adds. */
const plain = (value: unknown): string => asyncio.repr(value).replace(/ created at [^>\]]*(?=[>\]])/g, '');

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.set_exception_handler(() => undefined);
  loop.close();
});
failOnNoise();

const nothing = asyncio.coroutine(function* nothing() {
  return 1;
});

describe('making a task', () => {
  const Task = asyncio.Task as unknown as new (...args: unknown[]) => asyncio.Task;
  const make = (...args: unknown[]): string => outcome(() => new Task(...args));

  test('takes a coroutine, and keywords', () => {
    const used = nothing();
    expect(make()).toBe("TypeError: Task() missing required argument 'coro' (pos 1)");
    for (const wrong of [1, null, new asyncio.Future({ loop }), (function* () {})()]) {
      expect(make(wrong, { loop })).toBe(`TypeError: a coroutine was expected, got ${asyncio.repr(wrong)}`);
    }
    expect(make(nothing, { loop })).toBe(`TypeError: a coroutine was expected, got ${asyncio.repr(nothing)}`);
    expect(make(used, { loop, foo: 1 })).toBe("TypeError: Task() got an unexpected keyword argument 'foo'");
    expect(make(used, loop, loop)).toBe('TypeError: Task() takes exactly 1 positional argument (3 given)');
    expect(make(used, loop)).toBe('TypeError: Task() takes exactly 1 positional argument (2 given)');
    expect(make(used)).toBe("RuntimeError: There is no current event loop in thread 'MainThread'.");
    used.close();
  });

  test('takes the coroutine by keyword, too', async () => {
    const task = new asyncio.Task({ coro: nothing(), loop, name: 'by keyword' });
    expect([task.get_name(), await loop.run_until_complete(task)]).toEqual(['by keyword', 1]);
    expect(make({ coro: 1, loop })).toBe('TypeError: a coroutine was expected, got 1');
    expect(make({ loop })).toBe("TypeError: Task() missing required argument 'coro' (pos 1)");
    const used = nothing();
    expect(make({ coro: used, loop, foo: 1 })).toBe("TypeError: Task() got an unexpected keyword argument 'foo'");
    used.close();
  });

  test('takes the running loop, if none is given', async () => {
    const main = asyncio.coroutine(function* () {
      const tasks = [new asyncio.Task(nothing()), new asyncio.Task(nothing(), { loop: null })];
      return [tasks.map((task) => task.get_loop() === loop), yield* asyncio.gather(...tasks)];
    });
    expect(await loop.run_until_complete(main())).toEqual([
      [true, true],
      [1, 1],
    ]);
  });

  test('of the promise of a plain async function is refused with advice', () => {
    const plainly = async (): Promise<void> => {
      await null;
    };
    expect(make(plainly(), { loop })).toMatch(
      /^TypeError: a coroutine was expected, got .*: an async function that was not wrapped has started already/,
    );
  });

  test('names it: as given, as a string, or by number', async () => {
    const names = [5, 'n', '', ['x']].map((name) => new asyncio.Task(nothing(), { loop, name }).get_name());
    expect(names).toEqual(['5', 'n', '', "['x']"]);
    const numbers = [null, undefined, undefined].map((name) =>
      Number(/^Task-(\d+)$/.exec(new asyncio.Task(nothing(), { loop, name }).get_name())?.[1]),
    );
    expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1, (numbers[0] ?? 0) + 2]);
    await runOnce(loop);
  });

  test('gives it the context that was handed over, or a copy of the current one', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const read = asyncio.coroutine(function* () {
      const before = variable.get();
      variable.set(before + 1);
      return before;
    });
    const own = asyncio.contextvars.copy_context();
    own.run(() => variable.set(5));
    const first = new asyncio.Task(read(), { loop, context: own });
    expect(first.get_context()).toBe(own);
    const second = new asyncio.Task(read(), { loop });
    await runOnce(loop);
    expect([first.result(), own.get(variable), second.result(), second.get_context().get(variable)]).toEqual([
      5, 6, 0, 1,
    ]);
    expect(variable.get()).toBe(0);
  });
});

describe('a task', () => {
  test('can be renamed', async () => {
    const task = loop.create_task(nothing(), { name: 'x' });
    expect(calling(task, 'set_name')).toBe('TypeError: Task.set_name() takes exactly one argument (0 given)');
    expect(calling(task, 'set_name', 1, 2)).toBe('TypeError: Task.set_name() takes exactly one argument (2 given)');
    task.set_name(7);
    expect(task.get_name()).toBe('7');
    task.set_name(null);
    expect(task.get_name()).toBe('None');
    await runOnce(loop);
  });

  test('gets its result from its coroutine alone', async () => {
    const task = loop.create_task(nothing());
    const refused = 'RuntimeError: Task does not support set_result operation';
    expect(calling(task, 'set_result', 1)).toBe(refused);
    expect(calling(task, 'set_exception', new asyncio.ValueError())).toBe(
      'RuntimeError: Task does not support set_exception operation',
    );
    expect(await loop.run_until_complete(task)).toBe(1);
    expect(calling(task, 'set_result', 1)).toBe(refused);
    expect([task.done(), task.result(), task.exception(), task.cancel(), task.cancelling()]).toEqual([
      true,
      1,
      null,
      false,
      0,
    ]);
  });

  test('refuses wrong arguments', async () => {
    const task = loop.create_task(nothing());
    const call = (method: string, ...args: unknown[]): string => calling(task, method, ...args);
    expect(call('cancel', 1, 2, 3)).toBe('TypeError: cancel() takes at most 1 argument (3 given)');
    expect(call('cancel', { foo: 1 })).toBe("TypeError: cancel() got an unexpected keyword argument 'foo'");
    expect(call('get_stack', { foo: 1 })).toBe("TypeError: get_stack() got an unexpected keyword argument 'foo'");
    expect(call('get_stack', 3)).toBe('TypeError: get_stack() takes no positional arguments');
    expect(call('print_stack', { foo: 1 })).toBe("TypeError: print_stack() got an unexpected keyword argument 'foo'");
    expect(task.cancelling()).toBe(0);
    await runOnce(loop);
  });

  test('keeps its coroutine', async () => {
    const coroutine = nothing();
    const task = loop.create_task(coroutine);
    expect(task.get_coro()).toBe(coroutine);
    await runOnce(loop);
    expect(task.get_coro()).toBe(coroutine);
    expect(task.get_loop()).toBe(loop);
  });
});

inEveryWay('the repr of a task', (kit) => {
  const { steps: outer } = scripts(kit, 'outer');

  test('shows its state, its coroutine and what it waits for', async () => {
    const own = kit.loop();
    const future = own.create_future();
    const { task } = await taskMadeInRun(
      own,
      outer(() => future),
      { name: 'T' },
    );
    const waiting = 'coro=<outer() running> wait_for=<Future pending cb=[Task.task_wakeup()]>';
    expect(plain(task)).toBe(`<Task pending name='T' ${kit.eager ? waiting : 'coro=<outer() running>'}>`);
    await runOnce(own);
    expect(plain(task)).toBe(`<Task pending name='T' ${waiting}>`);
    function callback(): void {
      // Only its name matters.
    }
    task.add_done_callback(callback);
    expect(plain(task)).toBe(`<Task pending name='T' ${waiting} cb=[callback()]>`);
    task.remove_done_callback(callback);
    task.cancel();
    expect(plain(task)).toBe("<Task cancelling name='T' coro=<outer() running> wait_for=<Future cancelled>>");
    await runOnce(own);
    expect(plain(task)).toBe("<Task cancelled name='T' coro=<outer() done>>");
    own.close();
  });

  test('shows the result or the exception', async () => {
    const own = kit.loop();
    const { task: good } = await taskMadeInRun(
      own,
      outer(() => 1),
      { name: 'T' },
    );
    const { task: bad } = await taskMadeInRun(
      own,
      outer(() => {
        throw new asyncio.ValueError('f');
      }),
      { name: 'T' },
    );
    await runOnce(own);
    // A task that ended within its eager start keeps no coroutine.
    const coroutine = kit.eager ? '' : ' coro=<outer() done>';
    expect(plain(good)).toBe(`<Task finished name='T'${coroutine} result=1>`);
    expect(plain(bad)).toBe(`<Task finished name='T'${coroutine} exception=ValueError('f')>`);
    bad.exception();
    own.close();
  });

  test('of one that was cancelled before its first step, or eagerly took it', async () => {
    const own = kit.loop();
    const { task } = await taskMadeInRun(
      own,
      outer(() => asyncio.sleep(0)),
      { name: 'T' },
    );
    task.cancel('m');
    expect(plain(task)).toBe("<Task cancelling name='T' coro=<outer() running>>");
    await runOnce(own);
    expect(plain(task)).toBe("<Task cancelled name='T' coro=<outer() done>>");
    own.close();
  });

  test('of one that executes', async () => {
    const own = kit.loop();
    const { task } = await taskMadeInRun(
      own,
      outer(() => plain(asyncio.current_task())),
      { name: 'I' },
    );
    // One that starts eagerly executes before anybody can wait for it.
    expect(await own.run_until_complete(task)).toBe(
      `<Task pending name='I' coro=<outer() running>${kit.eager ? '' : ' cb=[_run_until_complete_cb()]'}>`,
    );
    own.close();
  });

  test('has the name of a subclass, and the qualified name of the coroutine', async () => {
    class Special extends asyncio.Task {}
    const own = kit.loop();
    const coroutine = outer(() => 1);
    coroutine.__name__ = 'nn';
    coroutine.__qualname__ = 'qq';
    const task = new Special(coroutine, { loop: own, name: 'S' });
    expect(plain(task)).toBe("<Special pending name='S' coro=<qq() running>>");
    await own.run_until_complete(task);
    expect(plain(task)).toBe("<Special finished name='S' coro=<qq() done> result=1>");
    own.close();
  });
});

test('in debug mode a repr says where the task was made', async () => {
  loop.set_debug(true);
  const task = loop.create_task(nothing(), { name: 'T' });
  expect(asyncio.repr(task)).toMatch(
    /^<Task pending name='T' coro=<nothing\(\) running> created at .*tasks\.test\.ts:\d+>$/,
  );
  await runOnce(loop);
});

describe('the stack', () => {
  const printed = (task: asyncio.Task, limit?: number): string => {
    let text = '';
    task.print_stack({ limit: limit ?? null, file: { write: (part: string) => (text += part) } });
    return text;
  };

  test('of a pending task is the frame of its coroutine', async () => {
    loop.set_debug(true);
    const main = asyncio.coroutine(function* () {
      return asyncio.create_task(waiting(), { name: 'T' });
    });
    const waiting = asyncio.coroutine(function* waiting() {
      yield* asyncio.sleep(100);
    });
    const task = loop.run_until_complete_sync(main());
    expect(task.get_stack().map((frame) => frame.name)).toEqual(['waiting']);
    expect(task.get_stack()[0]?.filename).toMatch(/tasks\.test\.ts$/);
    expect(task.get_stack({ limit: 0 })).toEqual([]);
    expect(printed(task)).toMatch(
      /^Stack for <Task pending name='T' .*> \(most recent call last\):\n {2}File ".*tasks\.test\.ts", line \d+, in waiting\n$/,
    );
    expect(printed(task, 0)).toMatch(/^No stack for <Task pending name='T' .*>\n$/);
  });

  test('of a failed task are the frames of its exception, outermost first', async () => {
    const deep = asyncio.coroutine(function* deep(level: number): asyncio.Gen<void> {
      if (level > 0) yield* deep(level - 1);
      else throw new asyncio.ValueError('deep');
    });
    const task = loop.create_task(deep(1), { name: 'T' });
    await runOnce(loop);
    const names = task.get_stack().map((frame) => frame.name);
    expect(names.slice(-2)).toEqual(['deep', 'deep']);
    expect(task.get_stack({ limit: 2 })).toEqual(task.get_stack().slice(0, 2));
    expect(printed(task, 1).match(/^ {2}File /gm)).toHaveLength(1);
    expect(printed(task)).toMatch(
      /^Traceback for <Task finished name='T' coro=<deep\(\) done> exception=ValueError\('deep'\)> \(most recent call last\):\n( {2}File ".*", line \d+, in .*\n)+ValueError: deep\n$/,
    );
    task.exception();
  });

  test('of a task that ended well, or was cancelled, is none', async () => {
    const done = loop.create_task(nothing(), { name: 'T' });
    const cancelled = loop.create_task(asyncio.sleep(1), { name: 'C' });
    cancelled.cancel();
    await runOnce(loop);
    expect([done.get_stack(), cancelled.get_stack()]).toEqual([[], []]);
    expect(printed(done)).toBe("No stack for <Task finished name='T' coro=<nothing() done> result=1>\n");
    const output = recordErrorOutput();
    cancelled.print_stack();
    expect(output).toEqual(["No stack for <Task cancelled name='C' coro=<sleep() done>>\n"]);
  });
});

inEveryWay('cancelling a task', (kit) => {
  const { steps: run, attempts } = scripts(kit, 'run');
  let own: asyncio.BaseEventLoop;
  beforeEach(() => {
    own = kit.loop();
  });
  afterEach(() => {
    own.close();
  });
  const current = (): asyncio.Task => asyncio.current_task() as asyncio.Task;
  const nap = (seconds: number, result?: unknown) => () => asyncio.sleep(seconds, result);
  const ending = (task: asyncio.Task): Promise<string> => settled(own.run_until_complete(task));

  test('is counted, and delivered once for each wait', async () => {
    const seen: unknown[] = [];
    const { task } = await taskMadeInRun(own, attempts(nap(10), nap(10)));
    await runOnce(own);
    seen.push(task.cancelling(), task.cancel('a'), task.cancel('b'), task.cancelling());
    await runOnce(own);
    seen.push(task.cancelling(), task.uncancel(), task.cancelling());
    seen.push(await own.run_until_complete(task));
    seen.push(task.cancelling(), task.uncancel(), task.uncancel());
    expect(seen).toEqual([0, true, true, 2, 2, 1, 1, ['CancelledError: a', 'None'], 1, 0, 0]);
  });

  test('raises its message where the task is awaited, the first time', async () => {
    const { task } = await taskMadeInRun(own, run(nap(10)));
    await runOnce(own);
    task.cancel('deep');
    const ends = await own.run_until_complete(
      attempts(
        () => task,
        () => task.result(),
        () => task,
        () => task.exception(),
      ),
    );
    expect(ends).toEqual(['CancelledError: deep', 'CancelledError', 'CancelledError', 'CancelledError']);
  });

  test('before the first step means that the body never runs; an eager start is past that', async () => {
    const seen: string[] = [];
    const { task } = await taskMadeInRun(
      own,
      run(() => seen.push('ran')),
    );
    expect(task.cancel('n')).toBe(!kit.eager);
    expect(await ending(task)).toBe(kit.eager ? '1' : 'CancelledError: n');
    expect(seen).toEqual(kit.eager ? ['ran'] : []);
    const { task: spared } = await taskMadeInRun(
      own,
      run(() => seen.push('ran')),
    );
    spared.cancel('n');
    expect(spared.uncancel()).toBe(0);
    expect(await ending(spared)).toBe(kit.eager ? '2' : '1');
  });

  test('by itself takes effect at its next wait, or at its end', async () => {
    const { task: returning } = await taskMadeInRun(
      own,
      run(() => current().cancel('me')),
    );
    expect(await ending(returning)).toBe('CancelledError: me');
    expect(returning.cancelled()).toBe(true);
    const { task: failing } = await taskMadeInRun(
      own,
      run(
        () => current().cancel('me'),
        () => {
          throw new asyncio.ValueError('x');
        },
      ),
    );
    expect(await ending(failing)).toBe('ValueError: x');
    const { task: waiting } = await taskMadeInRun(
      own,
      run(() => current().cancel('me'), nap(1)),
    );
    expect(await ending(waiting)).toBe('CancelledError: me');
  });

  test('is taken back in time by uncancel, when no request remains', async () => {
    const { task: once } = await taskMadeInRun(
      own,
      run(
        () => current().cancel('me'),
        () => current().uncancel(),
        nap(0, 6),
      ),
    );
    expect(await ending(once)).toBe('6');
    const { task: twice } = await taskMadeInRun(
      own,
      run(
        () => current().cancel('me'),
        () => current().cancel('you'),
        () => current().uncancel(),
        nap(0, 6),
      ),
    );
    expect(await ending(twice)).toBe('CancelledError: you');
  });

  test('goes through to the task that is awaited, which may ignore it', async () => {
    const { task: inner } = await taskMadeInRun(own, attempts(nap(10), nap(1, 'inner')));
    const { task: outer } = await taskMadeInRun(
      own,
      run(() => inner),
    );
    await runOnce(own);
    await runOnce(own);
    outer.cancel('m');
    expect([outer.cancelling(), inner.cancelling()]).toEqual([1, 1]);
    expect(await ending(outer)).toBe(`['CancelledError: m', "'inner'"]`);
    expect(outer.cancelling()).toBe(1);
  });

  test('by an error that the coroutine raises itself is no request', async () => {
    const { task } = await taskMadeInRun(
      own,
      run(() => {
        throw new asyncio.CancelledError('hand');
      }),
    );
    expect(await ending(task)).toBe('CancelledError: hand');
    expect([task.cancelled(), task.cancelling()]).toEqual([true, 0]);
  });

  test('of one that is done does nothing', async () => {
    const { task } = await taskMadeInRun(
      own,
      run(() => 1),
    );
    await runOnce(own);
    expect([task.cancel(), task.cancelling(), task.result()]).toEqual([false, 0, 1]);
  });

  test('is seen by its callbacks', async () => {
    const seen: unknown[] = [];
    const { task } = await taskMadeInRun(own, run(nap(10)));
    task.add_done_callback((done) => seen.push(done === task, done.cancelled()));
    task.cancel();
    await runOnce(own);
    await runOnce(own);
    expect(seen).toEqual([true, true]);
  });

  test('of several awaits at once reaches them all', async () => {
    const futures = [own.create_future(), own.create_future()];
    const { task } = await taskMadeInRun(
      own,
      run(() => asyncio.gather(...futures)),
    );
    await runOnce(own);
    task.cancel('all');
    expect(await ending(task)).toBe('CancelledError: all');
    expect(futures.map((future) => future.cancelled())).toEqual([true, true]);
  });
});

test('a native body may await several futures at once, and a cancellation reaches them all', async () => {
  const futures = [loop.create_future(), loop.create_future()];
  const main = asyncio.coroutine(async () => await Promise.all(futures));
  const good = loop.create_task(main());
  await runOnce(loop);
  futures[1]?.set_result(2);
  futures[0]?.set_result(1);
  expect(await loop.run_until_complete(good)).toEqual([1, 2]);
  const more = [loop.create_future(), loop.create_future()];
  const task = loop.create_task(asyncio.coroutine(async () => await Promise.all(more))());
  await runOnce(loop);
  task.cancel('all');
  expect(await settled(loop.run_until_complete(task))).toBe('CancelledError: all');
  expect(more.map((future) => future.cancelled())).toEqual([true, true]);
});

test('a native body that ends before what it awaits leaves no step behind', async () => {
  const warnings = recordWarnings();
  const hasty = asyncio.coroutine(async () => await Promise.all([asyncio.sleep(0, 1), asyncio.sleep(0, 2)]));
  const after = asyncio.coroutine(function* (): asyncio.Gen<string[]> {
    const outcomes = yield* attempts(() => hasty());
    const future = loop.create_future<string>();
    loop.call_later(1, () => {
      future.set_result('later');
    });
    return [...outcomes, yield* future];
  });
  const texts = await loop.run_until_complete(after());
  expect(texts[0]).toMatch(/^RuntimeError: two coroutines are awaited at once in one task/);
  expect(texts[1]).toBe('later');
  expect(await settled(loop.run_until_complete(hasty()))).toMatch(/^RuntimeError: two coroutines/);
  await runOnce(loop);
  loop.close();
  expect(warnings).toEqual(Array(2).fill("RuntimeWarning: coroutine 'sleep' was never awaited"));
});

describe('a generator that yields', () => {
  const yielding = asyncio.coroutine(function* yielding(value: unknown) {
    return yield value;
  });
  const end = (value: unknown): Promise<string> =>
    settled(loop.run_until_complete(loop.create_task(yielding(value), { name: 'Y' })));
  const self = "<Task pending name='Y' coro=<yielding() running> cb=[_run_until_complete_cb()]>";

  test('nothing gives up a turn', async () => {
    expect([await end(null), await end(undefined)]).toEqual(['None', 'None']);
  });

  test.each([
    [1, '1'],
    ['x', "'x'"],
    [[1], '[1]'],
    [{}, '{}'],
    [asyncio.Future, "<class 'Future'>"],
  ])('what cannot be awaited gets a RuntimeError: %p', async (value, text) => {
    expect(await end(value)).toBe(`RuntimeError: Task got bad yield: ${text}`);
  });

  test('a future without asking for its iterator gets a RuntimeError', async () => {
    expect(await end(loop.create_future())).toBe(
      `RuntimeError: yield was used instead of yield from in task ${self} with <Future pending>`,
    );
  });

  test('a generator gets a RuntimeError', async () => {
    const generator = (function* () {})();
    expect(await end(generator)).toBe(
      `RuntimeError: yield was used instead of yield from for generator in task ${self} with ${asyncio.repr(generator)}`,
    );
  });

  test('badly may catch the error, and go on', async () => {
    const careful = asyncio.coroutine(function* () {
      try {
        yield 1;
      } catch (error) {
        return asyncio.repr(error);
      }
      return 'no error';
    });
    expect(await loop.run_until_complete(careful())).toBe("RuntimeError('Task got bad yield: 1')");
  });
});

inEveryWay('awaiting in a task', (kit) => {
  const { steps: run, attempts } = scripts(kit, 'run');

  test('itself is refused', async () => {
    const own = kit.loop();
    const { task } = await taskMadeInRun(
      own,
      run(() => asyncio.current_task()),
      { name: 'own' },
    );
    const text = await settled(own.run_until_complete(task));
    expect(text.replace(/ created at [^>]*/g, '')).toBe(
      `RuntimeError: Task cannot await on itself: <Task pending name='own' coro=<run() running>${
        kit.eager ? '' : ' cb=[_run_until_complete_cb()]'
      }>`,
    );
    own.close();
  });

  test('a coroutine a second time is refused', async () => {
    const used = asyncio.sleep(0);
    const shared = asyncio.sleep(10);
    const outcomes = await kit.run(
      attempts(
        () => used,
        () => used,
        () => asyncio.create_task(used),
        () => void asyncio.create_task(shared),
        () => asyncio.sleep(0),
        () => shared,
      ),
    );
    expect(outcomes).toEqual([
      'None',
      'RuntimeError: cannot reuse already awaited coroutine',
      'RuntimeError: cannot reuse already awaited coroutine',
      'None',
      'None',
      'RuntimeError: coroutine is being awaited already',
    ]);
  });

  test('a coroutine in two tasks ends one of them badly', async () => {
    const outcomes = await kit.run(
      run(() => {
        const shared = asyncio.sleep(0);
        const tasks = [asyncio.create_task(shared), asyncio.create_task(shared)] as const;
        return attempts(
          () => tasks[0],
          () => tasks[1],
        );
      }),
    );
    expect(outcomes).toEqual(['RuntimeError: cannot reuse already awaited coroutine', 'None']);
  });

  test('StopIteration that leaves it becomes a RuntimeError', async () => {
    const stop = (error: Error) => () => {
      throw error;
    };
    const outcomes = await kit.run(
      attempts(
        () => asyncio.create_task(run(stop(new asyncio.StopIteration(4)))),
        () => asyncio.create_task(run(stop(new asyncio.StopAsyncIteration(4)))),
      ),
    );
    expect(outcomes).toEqual(['RuntimeError: coroutine raised StopIteration', 'StopAsyncIteration: 4']);
  });

  test('what is thrown and is no error comes as a ThrownValue', async () => {
    const own = kit.loop();
    const { task: done } = await taskMadeInRun(
      own,
      run(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- JavaScript can
        throw 'text';
      }),
    );
    await settled(own.run_until_complete(done));
    const exception = done.exception() as asyncio.ThrownValue;
    expect([asyncio.repr(exception), exception.value]).toEqual(["ThrownValue('text')", 'text']);
    own.close();
  });
});

inEveryWay('KeyboardInterrupt and SystemExit', (kit) => {
  const { steps: run, attempts } = scripts(kit, 'run');
  /** The tasks in reports of exceptions that nobody retrieved. */
  const unretrieved = (records: asyncio.LogRecord[]): string[] =>
    records
      .map(({ message }) => /^Task exception was never retrieved\nfuture: (.*)$/m.exec(message)?.[1])
      .filter((text) => text !== undefined)
      .map((text) => text.replace(/ created at [^>\]]*(?=[>\]])/g, ''));

  test.each<[string, () => Error]>([
    ['KeyboardInterrupt', () => new asyncio.KeyboardInterrupt('k')],
    ['SystemExit', () => new asyncio.SystemExit(3)],
  ])('%s in a task ends the run at once, and is its exception', async (_name, makeError) => {
    const own = kit.loop();
    const error = makeError();
    const seen: string[] = [];
    const task = own.create_task(
      run(() => {
        throw error;
      }),
      { name: 'K' },
    );
    own.create_task(run(() => seen.push('other')));
    await expect(own.run_until_complete(task)).rejects.toBe(error);
    expect(plain(task)).toBe(`<Task finished name='K' coro=<run() done> exception=${asyncio.repr(error)}>`);
    expect([own.is_running(), seen]).toEqual([false, []]);
    await runOnce(own);
    expect(seen).toEqual(['other']);
    expect(task.exception()).toBe(error);
    own.close();
  });

  test('in a callback ends the run after it; what is ready stays', async () => {
    const own = kit.loop();
    const error = new asyncio.SystemExit(3);
    const seen: string[] = [];
    own.call_soon(() => {
      throw error;
    });
    own.call_soon(() => seen.push('later'));
    await expect(own.run_forever()).rejects.toBe(error);
    expect(seen).toEqual([]);
    await runOnce(own);
    expect(seen).toEqual(['later']);
    own.close();
  });

  test('in a task that main awaits end the run; main goes on when the loop runs again', async () => {
    const own = kit.loop();
    const error = new asyncio.KeyboardInterrupt('k');
    const child = run(() => {
      throw error;
    });
    const main = own.create_task(
      attempts(() => own.create_task(child, { name: 'C' })),
      { name: 'M' },
    );
    // An eager start raises them in whoever makes the task; nobody gets to see the task then.
    const records = recordLogs();
    if (!kit.eager) {
      await expect(own.run_until_complete(main)).rejects.toBe(error);
      expect(plain(main)).toMatch(/^<Task pending name='M' coro=<run\(\) running> wait_for=<Task finished .*>>$/);
    }
    expect(await own.run_until_complete(main)).toEqual(['KeyboardInterrupt: k']);
    own.close();
    expect(unretrieved(records)).toEqual(
      kit.eager ? ["<Task finished name='C' exception=KeyboardInterrupt('k')>"] : [],
    );
  });

  test('that a future brings end the run as well', async () => {
    const own = kit.loop();
    const error = new asyncio.KeyboardInterrupt('k');
    const future = own.create_future();
    own.call_soon(() => {
      future.set_exception(error);
    });
    await expect(own.run_until_complete(run(() => future))).rejects.toBe(error);
    own.close();
  });

  test('of a child let run cancel main, and are raised by run', async () => {
    const error = new asyncio.SystemExit(3);
    const seen: unknown[] = [];
    const main = run(
      () =>
        asyncio.create_task(
          run(() => {
            throw error;
          }),
          { name: 'C' },
        ),
      () => seen.push('not reached'),
    );
    const records = recordLogs();
    await expect(kit.run(main)).rejects.toBe(error);
    expect(seen).toEqual([]);
    expect(unretrieved(records)).toEqual(kit.eager ? ["<Task finished name='C' exception=SystemExit(3)>"] : []);
  });

  test('that come before another end of the run are told in its place, as in CPython', async () => {
    const error = new asyncio.SystemExit(3);
    const main = run(() => {
      asyncio.create_task(
        run(() => {
          throw error;
        }),
      );
      asyncio.create_task(asyncio.sleep(100));
    });
    const records = recordLogs();
    // The error of an eager task is main's own: it comes before there is another end.
    expect(await settled(kit.run(main))).toBe(
      kit.eager ? 'SystemExit: 3' : 'RuntimeError: Event loop stopped before Future completed.',
    );
    expect(records.filter((record) => record.levelno >= 40).map((record) => record.exc_info)).toEqual([error]);
  });
});

describe('a task that is pending when its loop closes', () => {
  test('is reported with all that is known of it', async () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    const task = loop.create_task(
      steps(() => loop.create_future()),
      { name: 'D' },
    );
    await runOnce(loop);
    loop.close();
    expect(reports.map((report) => Object.keys(report).sort())).toEqual([['message', 'task']]);
    expect(reports[0]?.message).toBe('Task was destroyed but it is pending!');
    expect(reports[0]?.task).toBe(task);
  });

  test('is reported with the place where it was made, in debug mode', async () => {
    const reports = collectReports(loop) as Record<string, unknown>[];
    loop.set_debug(true);
    loop.create_task(steps(() => loop.create_future()));
    await runOnce(loop);
    loop.close();
    const frames = reports[0]?.source_traceback as asyncio.FrameSummary[];
    expect(frames[frames.length - 1]?.filename).toMatch(/tasks\.test\.ts$/);
  });

  test('and has not begun is warned of, too, as a coroutine that was never awaited', () => {
    const warnings = recordWarnings();
    const reports = collectReports(loop);
    loop.create_task(nothing());
    loop.close();
    expect(reports.map((report) => report.message)).toEqual(['Task was destroyed but it is pending!']);
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'nothing' was never awaited"]);
  });
});

describe('a subclass of Task', () => {
  test('sees its callbacks and its cancellations', async () => {
    const seen: string[] = [];
    class Watched<T> extends asyncio.Task<T> {
      override add_done_callback(callback: asyncio.DoneCallback<T>, options?: asyncio.ContextKeyword): void {
        seen.push('add_done_callback');
        super.add_done_callback(callback, options);
      }
      override cancel(msg?: unknown): boolean {
        seen.push('cancel');
        return super.cancel(msg);
      }
    }
    const task = new Watched(asyncio.sleep(10), { loop });
    const outer = loop.create_task(steps(() => task));
    await runOnce(loop);
    outer.cancel();
    expect(await settled(loop.run_until_complete(outer))).toBe('CancelledError');
    expect(seen).toEqual(['add_done_callback', 'cancel']);
    expect(task.cancelled()).toBe(true);
  });
});
