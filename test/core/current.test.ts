/** `current_task`, `all_tasks` and the hooks of those who write loops; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome } from '../support/outcomes';
import { attempts, scripts, steps } from '../support/scripts';

failOnNoise();

type Untyped = (...args: unknown[]) => unknown;
const untyped = { current_task: asyncio.current_task as Untyped, all_tasks: asyncio.all_tasks as Untyped };

test('outside of a loop there is neither a current task nor a loop to ask', () => {
  expect([outcome(() => asyncio.current_task()), outcome(() => asyncio.all_tasks())]).toEqual([
    'RuntimeError: no running event loop',
    'RuntimeError: no running event loop',
  ]);
  const loop = virtualLoop();
  expect([asyncio.current_task(loop), asyncio.all_tasks({ loop }).size]).toEqual([null, 0]);
  loop.close();
});

inEveryWay('current_task and all_tasks', (kit) => {
  const { attempts: tryAll, steps: run } = scripts(kit, 'run');

  test('know the task that runs, and those that have not ended, in the order of their creation', async () => {
    const loop = kit.loop();
    const other = kit.loop();
    const main: asyncio.Task<string[]> = loop.create_task(
      tryAll(
        () => asyncio.current_task() === main,
        () => asyncio.current_task(loop) === main,
        () => asyncio.current_task({ loop }) === main,
        () => asyncio.current_task({ loop: null }) === main,
        () => asyncio.current_task(null) === main,
        () => asyncio.current_task(other),
        () => void asyncio.create_task(asyncio.sleep(0), { name: 'child' }),
        () => [...asyncio.all_tasks()].map((task) => task.get_name()),
        () => asyncio.all_tasks(other).size,
        () => asyncio.sleep(1),
        () => [...asyncio.all_tasks(loop)].map((task) => task.get_name()),
        () => asyncio.current_task() === main,
      ),
      { name: 'main' },
    );
    expect(await loop.run_until_complete(main)).toEqual([
      ...Array.from({ length: 5 }, () => 'True'),
      'None',
      'None',
      "['main', 'child']",
      '0',
      'None',
      "['main']",
      'True',
    ]);
    loop.close();
    other.close();
  });

  test('know a task during its first step, also if that is within the step of another', async () => {
    const seen: unknown[] = [];
    const note = (): void => {
      seen.push(asyncio.current_task()?.get_name(), [...asyncio.all_tasks()].map((task) => task.get_name()).join(' '));
    };
    const loop = kit.loop();
    const main = run(
      () =>
        void asyncio.create_task(
          run(note, () => asyncio.sleep(0), note),
          { name: 'child' },
        ),
      note,
      () => void asyncio.create_task(run(note), { name: 'quick' }),
      note,
      () => asyncio.sleep(1),
      note,
    );
    await loop.run_until_complete(loop.create_task(main, { name: 'main' }));
    const [first, second] = ['main child', 'main child quick'];
    expect(seen).toEqual([
      ...(kit.eager
        ? ['child', first, 'main', first, 'quick', second, 'main', first]
        : ['main', first, 'main', second, 'child', second, 'quick', second]),
      ...['child', first, 'main', 'main'],
    ]);
    loop.close();
  });

  test('a task that a callback makes is the current one in its steps alone', async () => {
    const seen: unknown[] = [];
    const callback = (): void => {
      const task = asyncio.create_task(
        run(() => seen.push(asyncio.current_task()?.get_name())),
        { name: 'made' },
      );
      seen.push(task.done(), asyncio.current_task());
    };
    await kit.run(
      run(
        () => asyncio.get_running_loop().call_soon(callback),
        () => asyncio.sleep(0),
        () => asyncio.sleep(0),
      ),
    );
    expect(seen).toEqual(kit.eager ? ['made', true, null] : [false, null, 'made']);
  });

  test('in a callback there is no current task', async () => {
    const seen: unknown[] = [];
    await kit.run(
      run(
        () => asyncio.get_running_loop().call_soon(() => seen.push(asyncio.current_task(), asyncio.all_tasks().size)),
        () => asyncio.sleep(0),
      ),
    );
    expect(seen).toEqual([null, 1]);
  });

  test('refuse unknown keywords and too many arguments', async () => {
    expect(
      await kit.run(
        tryAll(
          () => untyped.current_task({ foo: 1 }),
          () => untyped.all_tasks({ foo: 1 }),
          () => untyped.current_task(1, 2),
          () => untyped.all_tasks(1, 2),
        ),
      ),
    ).toEqual([
      "TypeError: current_task() got an unexpected keyword argument 'foo'",
      "TypeError: all_tasks() got an unexpected keyword argument 'foo'",
      'TypeError: current_task() takes at most 1 argument (2 given)',
      'TypeError: all_tasks() takes at most 1 argument (2 given)',
    ]);
  });
});

test('after a foreign promise a native body still knows its task', async () => {
  const main = asyncio.coroutine(async () => {
    const before = asyncio.current_task();
    await new Promise((resolve) => setTimeout(resolve, 1));
    return [before === asyncio.current_task(), asyncio.get_running_loop() === before?.get_loop()];
  });
  expect(await asyncio.run(main())).toEqual([true, true]);
});

describe('for those who write tasks', () => {
  test('_enter_task and _leave_task say which task executes', async () => {
    const loop = virtualLoop();
    const done = loop.create_task(asyncio.sleep(0), { name: 'done' });
    await loop.run_until_complete(done);
    const main: asyncio.Task<string[]> = loop.create_task(
      attempts(
        () => asyncio._enter_task(loop, done),
        () => asyncio._leave_task(loop, done),
        () => asyncio._leave_task(loop, main),
        () => asyncio.current_task(),
        () => asyncio._enter_task(loop, done),
        () => asyncio.current_task() === done,
        () => asyncio._leave_task(loop, done),
        () => asyncio._enter_task(loop, main),
      ),
      { name: 'main' },
    );
    const doneText = "<Task finished name='done' coro=<sleep() done> result=None>";
    const mainText = "<Task pending name='main' coro=<steps() running> cb=[_run_until_complete_cb()]>";
    expect(await loop.run_until_complete(main)).toEqual([
      `RuntimeError: Cannot enter into task ${doneText} while another task ${mainText} is being executed.`,
      `RuntimeError: Invalid attempt to leave task ${doneText} while task ${mainText} is entered.`,
      'None',
      'None',
      'None',
      'True',
      'None',
      'None',
    ]);
    loop.close();
  });

  test('_register_task makes a task of another make known to all_tasks', async () => {
    const loop = virtualLoop();
    let isDone = false;
    class Foreign {
      readonly get_loop = (): asyncio.AbstractEventLoop => loop;
      readonly done = (): boolean => isDone;
    }
    const foreign = new Foreign() as unknown as asyncio.Task;
    const known = (): boolean => asyncio.all_tasks(loop).has(foreign);
    asyncio._register_task(foreign);
    expect(known()).toBe(true);
    isDone = true;
    expect(known()).toBe(false);
    isDone = false;
    asyncio._unregister_task({ task: foreign });
    asyncio._unregister_task(foreign);
    expect(known()).toBe(false);
    await loop.run_until_complete(steps(() => 1));
    loop.close();
  });
});
