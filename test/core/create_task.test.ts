/** `create_task` and eager tasks; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, recordLogs, runOnce, settled } from '../support/outcomes';
import { attempts, scripts, steps } from '../support/scripts';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.close();
});
failOnNoise();

const untyped = asyncio.create_task as unknown as (...args: unknown[]) => asyncio.Task;
const current = (): asyncio.Task => asyncio.current_task() as asyncio.Task;

inEveryWay('create_task', (kit) => {
  const { steps: run, attempts: tryAll } = scripts(kit, 'run');

  test('schedules a coroutine on the running loop, or starts it there', async () => {
    const seen: string[] = [];
    await kit.run(
      run(
        () => {
          const task = asyncio.create_task(
            run(() => seen.push('child')),
            { name: 'n' },
          );
          seen.push(task.get_name(), String(task.get_loop() === asyncio.get_running_loop()));
        },
        () => asyncio.sleep(0),
        () => seen.push('main'),
      ),
    );
    expect(seen).toEqual(kit.eager ? ['child', 'n', 'true', 'main'] : ['n', 'true', 'child', 'main']);
  });

  test('refuses what is no coroutine, and wrong arguments', async () => {
    const coroutine = run(() => 1);
    expect(outcome(() => asyncio.create_task(coroutine))).toBe('RuntimeError: no running event loop');
    const texts = await kit.run(
      tryAll(
        () => untyped(),
        () => untyped(1),
        () => untyped(null),
        () => untyped(coroutine, { foo: 1 }),
        () => untyped(coroutine, 1),
      ),
    );
    expect(asyncio.inspect.getcoroutinestate(coroutine)).toBe('CORO_CREATED');
    expect(texts).toEqual([
      "TypeError: create_task() missing 1 required positional argument: 'coro'",
      'TypeError: a coroutine was expected, got 1',
      'TypeError: a coroutine was expected, got None',
      "TypeError: Task() got an unexpected keyword argument 'foo'",
      'TypeError: create_task() takes 1 positional argument but 2 were given',
    ]);
    coroutine.close();
  });

  test('runs it in the context that was given', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const context = asyncio.contextvars.copy_context();
    const set = (): asyncio.Coroutine => run(() => variable.set(variable.get() + 1));
    const value = await kit.run(
      run(
        () => asyncio.create_task(set(), { context }),
        () => asyncio.create_task(set(), { context }),
        () => asyncio.create_task(set(), { context: null }),
        () => [context.get(variable), variable.get()],
      ),
    );
    expect(value).toEqual([2, 0]);
  });
});

describe('an eager start', () => {
  const seen: string[] = [];
  const note = (text: string) => () => void seen.push(`${current().get_name()} ${text}`);
  /** Notes its beginning, waits a turn, notes its end. */
  const work = (result?: unknown): asyncio.Coroutine =>
    steps(
      note('begins'),
      () => asyncio.sleep(0),
      note('ends'),
      () => result,
    );
  const run = (...all: (() => unknown)[]): Promise<string[]> =>
    loop.run_until_complete(loop.create_task(attempts(...all), { name: 'main' }));
  let task: asyncio.Task;
  beforeEach(() => {
    seen.length = 0;
  });

  test('runs the first part at once, in the task itself', async () => {
    const texts = await run(
      () => asyncio.repr((task = asyncio.create_task(work('A'), { name: 'T', eager_start: true }))),
      note('goes on'),
      () => asyncio.all_tasks().has(task),
      () => task,
    );
    expect(texts).toEqual([`"<Task pending name='T' coro=<steps() running>>"`, 'None', 'True', "'A'"]);
    expect(seen).toEqual(['T begins', 'main goes on', 'T ends']);
  });

  test('may be the end, too', async () => {
    const texts = await run(
      () =>
        asyncio.repr(
          (task = asyncio.create_task(
            steps(() => 'b'),
            { name: 'B', eager_start: true },
          )),
        ),
      () => [task.done(), task.get_coro(), asyncio.all_tasks().has(task), task.result()],
      () => task,
    );
    expect(texts).toEqual([`"<Task finished name='B' result='b'>"`, "[True, None, False, 'b']", "'b'"]);
  });

  test('happens only if it is asked for', async () => {
    for (const eager_start of [false, null, undefined]) {
      seen.length = 0;
      await run(
        () => void (task = asyncio.create_task(work(), { name: 'T', eager_start })),
        note('goes on'),
        () => task,
      );
      expect(seen).toEqual(['main goes on', 'T begins', 'T ends']);
    }
  });

  test('that fails leaves the error in the task', async () => {
    const failing = steps(() => {
      throw new asyncio.ValueError('eb');
    });
    const texts = await run(
      () => asyncio.repr((task = asyncio.create_task(failing, { name: 'X', eager_start: true }))),
      () => task,
    );
    expect(texts).toEqual([`"<Task finished name='X' exception=ValueError('eb')>"`, 'ValueError: eb']);
  });

  test('that raises KeyboardInterrupt raises it where the task is made', async () => {
    const records = recordLogs();
    const error = new asyncio.KeyboardInterrupt('ek');
    const reached: string[] = [];
    const main = steps(
      () =>
        asyncio.create_task(
          steps(() => {
            throw error;
          }),
          { eager_start: true, name: 'K' },
        ),
      () => reached.push('not here'),
    );
    await expect(loop.run_until_complete(main)).rejects.toBe(error);
    loop.close();
    expect(reached).toEqual([]);
    expect(records.map((record) => record.message)).toEqual([
      "Task exception was never retrieved\nfuture: <Task finished name='K' exception=KeyboardInterrupt('ek')>",
    ]);
  });

  test('may start others eagerly', async () => {
    const nested = steps(
      note('1'),
      () => void (task = asyncio.create_task(work(), { name: 'inner', eager_start: true })),
      note('2'),
      () => task,
      note('3'),
    );
    await run(
      () => void (task = asyncio.create_task(nested, { name: 'outer', eager_start: true })),
      note('goes on'),
      () => asyncio.sleep(1),
    );
    expect(seen).toEqual(['outer 1', 'inner begins', 'outer 2', 'main goes on', 'inner ends', 'outer 3']);
  });

  test('runs in a context of its own', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const count = (): asyncio.Coroutine =>
      steps(
        () => variable.set(variable.get() + 1),
        () => asyncio.sleep(0),
        () => variable.get(),
      );
    const texts = await run(
      () => void variable.set(10),
      () => void (task = asyncio.create_task(count(), { eager_start: true })),
      () => variable.get(),
      () => task,
      () => variable.get(),
    );
    expect(texts.slice(2)).toEqual(['10', '11', '10']);
  });

  test('may cancel itself', async () => {
    const cancel = (): void => void current().cancel('self');
    const texts = await run(
      () =>
        asyncio.create_task(
          steps(cancel, () => asyncio.sleep(0)),
          { eager_start: true },
        ),
      () => asyncio.repr((task = asyncio.create_task(steps(cancel), { eager_start: true, name: 'CC' }))),
      () => task,
      () => void (task = asyncio.create_task(work(), { eager_start: true, name: 'T' })),
      () => task.cancel('x'),
      () => task,
    );
    expect(texts).toEqual([
      'CancelledError: self',
      `"<Task cancelled name='CC'>"`,
      'CancelledError: self',
      'None',
      'True',
      'CancelledError: x',
    ]);
    expect(seen).toEqual(['T begins']);
  });

  test('waits for the loop to run', async () => {
    task = new asyncio.Task(work(), { loop, eager_start: true, name: 'T' });
    expect([seen, asyncio.repr(task)]).toEqual([[], "<Task pending name='T' coro=<steps() running>>"]);
    await loop.run_until_complete(task);
    expect(seen).toEqual(['T begins', 'T ends']);
  });

  test('of a native body is scheduled, also where a generator comes to await one', async () => {
    const native = asyncio.coroutine(async () => {
      note('native')();
      await asyncio.sleep(0);
      return 'native';
    });
    const mixed = steps(note('begins'), () => native(), note('ends'));
    const texts = await run(
      () => void (task = asyncio.create_task(native(), { name: 'N', eager_start: true })),
      note('1'),
      () => task,
      () => void (task = asyncio.create_task(mixed, { name: 'M', eager_start: true })),
      note('2'),
      () => task,
    );
    expect(texts[2]).toBe("'native'");
    expect(seen).toEqual(['main 1', 'N native', 'M begins', 'main 2', 'M native', 'M ends']);
  });
});

describe('eager task factories', () => {
  const seen: string[] = [];
  const note = (text: string) => () => void seen.push(text);
  const work = (name: string, turns = 1): asyncio.Coroutine =>
    steps(
      note(`${name} begins`),
      ...Array.from({ length: turns }, () => () => asyncio.sleep(0)),
      note(`${name} ends`),
      () => name,
    );
  beforeEach(() => {
    seen.length = 0;
  });

  test('start every task eagerly', async () => {
    loop.set_task_factory(asyncio.eager_task_factory);
    let task: asyncio.Task;
    const result = await loop.run_until_complete(
      steps(
        () => void (task = asyncio.create_task(work('f1'))),
        note('after f1'),
        () => void asyncio.create_task(steps(note('f2')), { name: 'F2' }),
        note('after f2'),
        () =>
          asyncio.gather(
            work('g1'),
            work('g2', 2),
            steps(note('g3'), () => 'g3'),
          ),
        (): unknown => task,
      ),
    );
    expect(result).toBe('f1');
    expect(seen).toEqual([
      'f1 begins',
      'after f1',
      'f2',
      'after f2',
      'g1 begins',
      'g2 begins',
      'g3',
      'f1 ends',
      'g1 ends',
      'g2 ends',
    ]);
  });

  test('can be overruled for one task', async () => {
    loop.set_task_factory(asyncio.eager_task_factory);
    await loop.run_until_complete(
      steps(
        () => void asyncio.create_task(work('no'), { eager_start: false }),
        note('after no'),
        () => asyncio.sleep(1),
      ),
    );
    expect(seen).toEqual(['after no', 'no begins', 'no ends']);
  });

  test('may be made for other classes and constructors', async () => {
    class Special extends asyncio.Task {}
    const calls: unknown[][] = [];
    const constructor = (coro: asyncio.Coroutine<unknown>, options: asyncio.TaskOptions): asyncio.Task => {
      calls.push([options.eager_start, options.name, options.loop === loop]);
      return new asyncio.Task(coro, options);
    };
    const texts = await loop.run_until_complete(
      attempts(
        () => loop.set_task_factory(asyncio.create_eager_task_factory(Special) as never),
        () => asyncio.repr(asyncio.create_task(work('s', 0), { name: 'S' })),
        () => loop.set_task_factory(asyncio.create_eager_task_factory(constructor) as never),
        () => asyncio.create_task(work('c', 0)),
        () => asyncio.create_task(work('d', 0), { name: 'q' }),
      ),
    );
    expect(texts.slice(1)).toEqual([`"<Special finished name='S' result='s'>"`, 'None', "'c'", "'d'"]);
    expect(calls).toEqual([
      [true, undefined, true],
      [true, 'q', true],
    ]);
  });

  test('have names', () => {
    expect([asyncio.eager_task_factory, asyncio.create_eager_task_factory].map((made) => made.name)).toEqual([
      'factory',
      'create_eager_task_factory',
    ]);
  });

  test('start nothing while the loop is not running', async () => {
    loop.set_task_factory(asyncio.eager_task_factory);
    const task = loop.create_task(work('t'));
    expect(seen).toEqual([]);
    expect(await loop.run_until_complete(task)).toBe('t');
  });
});

test('a task that nobody keeps is kept by its loop', async () => {
  const seen: string[] = [];
  loop.create_task(
    steps(
      () => asyncio.sleep(1),
      () => seen.push('ran'),
    ),
  );
  await loop.run_until_complete(asyncio.sleep(2));
  expect(seen).toEqual(['ran']);
  await runOnce(loop);
  expect(await settled(loop.run_until_complete(asyncio.sleep(0, 'end')))).toBe("'end'");
});
