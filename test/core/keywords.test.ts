/** Arguments by keyword, wherever Python takes them so; the complaints are CPython 3.14's. */
import * as asyncio from 'asyncio-ts';
import { failOnNoise, outcome } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

failOnNoise();

const answer = asyncio.coroutine(function* answer() {
  return yield* asyncio.sleep(1, 42);
});

type Untyped = (...args: unknown[]) => unknown;
const complaint = (fn: unknown, ...args: unknown[]): string => outcome(() => (fn as Untyped)(...args));

describe('a loop', () => {
  const loop = virtualLoop();
  afterAll(() => {
    loop.close();
  });

  test('takes the arguments of its setters by keyword', () => {
    const handler = (): undefined => undefined;
    loop.set_debug({ enabled: true });
    loop.set_exception_handler({ handler });
    loop.set_task_factory({ factory: asyncio.eager_task_factory });
    expect([loop.get_debug(), loop.get_exception_handler() === handler]).toEqual([true, true]);
    expect(loop.get_task_factory()).toBe(asyncio.eager_task_factory);
    loop.set_debug({ enabled: false });
    loop.set_exception_handler({ handler: null });
    loop.set_task_factory({ factory: null });
    expect([loop.get_debug(), loop.get_exception_handler(), loop.get_task_factory()]).toEqual([false, null, null]);
  });

  test('takes what it runs by keyword', async () => {
    expect(await loop.run_until_complete({ future: answer() })).toBe(42);
    expect(loop.run_until_complete_sync({ future: answer })).toBe(42);
    expect(await loop.run_until_complete(loop.shutdown_asyncgens())).toBeNull();
    expect(await loop.run_until_complete(loop.shutdown_default_executor())).toBeNull();
    expect(await loop.run_until_complete(loop.shutdown_default_executor({ timeout: 1 }))).toBeNull();
  });

  test('makes a task of a coroutine given by keyword', async () => {
    const task = loop.create_task({ coro: answer(), name: 'by keyword' });
    expect(task.get_name()).toBe('by keyword');
    expect(await loop.run_until_complete(task)).toBe(42);
  });

  test('hands a task factory the other keywords only', async () => {
    const seen: unknown[] = [];
    loop.set_task_factory((own, coro, keywords) => {
      seen.push(Object.keys(keywords));
      return new asyncio.Task({ coro, loop: own });
    });
    await loop.run_until_complete(loop.create_task({ coro: answer(), name: 'x' }));
    loop.set_task_factory(null);
    expect(seen).toEqual([['name']]);
  });

  test('refuses unknown keywords, and those that are given twice', () => {
    expect([
      complaint(loop.set_debug.bind(loop), { enable: true }),
      complaint(loop.set_debug.bind(loop)),
      complaint(loop.create_task.bind(loop), null, { coro: null }),
      complaint(loop.shutdown_default_executor.bind(loop), 1, 2),
    ]).toEqual([
      "TypeError: BaseEventLoop.set_debug() got an unexpected keyword argument 'enable'. Did you mean 'enabled'?",
      "TypeError: BaseEventLoop.set_debug() missing 1 required positional argument: 'enabled'",
      "TypeError: BaseEventLoop.create_task() got multiple values for argument 'coro'",
      'TypeError: BaseEventLoop.shutdown_default_executor() takes from 1 to 2 positional arguments but 3 were given',
    ]);
  });
});

describe('functions', () => {
  test('run takes main, and so does run_sync', async () => {
    const loop_factory = virtualLoop;
    expect(await asyncio.run({ main: answer, loop_factory })).toBe(42);
    expect(asyncio.run_sync({ main: answer(), loop_factory })).toBe(42);
    const runner = new asyncio.Runner({ loop_factory });
    expect(await runner.run({ coro: answer() })).toBe(42);
    await runner.close();
  });

  test('create_task, ensure_future and wrap_future take their first argument', async () => {
    const main = asyncio.coroutine(async () => {
      const task = asyncio.create_task({ coro: answer(), name: 'first' });
      const same = asyncio.ensure_future({ coro_or_future: task });
      const wrapped = asyncio.wrap_future({ future: Promise.resolve(7) });
      return [task.get_name(), same === task, await same, await wrapped];
    });
    expect(await asyncio.run(main, { loop_factory: virtualLoop })).toEqual(['first', true, 42, 7]);
  });

  test('eager_task_factory takes all its arguments', () => {
    const loop = virtualLoop();
    const make = asyncio.create_eager_task_factory({ custom_task_constructor: asyncio.Task });
    const tasks = [
      asyncio.eager_task_factory({ loop, coro: answer() }),
      asyncio.eager_task_factory(loop, { coro: answer(), name: 'named' }),
      make(loop, answer(), { eager_start: false }),
    ];
    expect(loop.run_until_complete_sync(() => asyncio.gather(...tasks) as never)).toEqual([42, 42, 42]);
    expect(tasks[1]?.get_name()).toBe('named');
    loop.close();
    expect([complaint(asyncio.eager_task_factory), complaint(asyncio.create_eager_task_factory)]).toEqual([
      "TypeError: create_eager_task_factory.<locals>.factory() missing 2 required positional arguments: 'loop' and 'coro'",
      "TypeError: create_eager_task_factory() missing 1 required positional argument: 'custom_task_constructor'",
    ]);
  });

  test('set_event_loop takes loop, and _enter_task takes both', () => {
    const loop = virtualLoop();
    asyncio.set_event_loop({ loop });
    expect(asyncio.get_event_loop()).toBe(loop);
    asyncio.set_event_loop({ loop: null });
    expect(outcome(() => asyncio.get_event_loop())).toMatch(/^RuntimeError: There is no current event loop/);
    const task = loop.create_task(answer());
    asyncio._enter_task({ loop, task });
    expect(asyncio.current_task(loop)).toBe(task);
    asyncio._leave_task(loop, { task });
    expect(asyncio.current_task(loop)).toBeNull();
    loop.run_until_complete_sync(task);
    loop.close();
  });
});

describe('classes', () => {
  test('an entry of a call graph is made by keyword as well', () => {
    const loop = virtualLoop();
    const future = loop.create_future();
    const frame = { name: 'work' } as unknown as asyncio.CallGraphFrame;
    const entry = new asyncio.FrameCallGraphEntry({ frame });
    expect(entry.frame).toBe(frame);
    expect(asyncio.repr(entry)).toMatch(/^FrameCallGraphEntry\(frame=/);
    const graph = new asyncio.FutureCallGraph(future, { call_stack: [entry], awaited_by: [] });
    expect([graph.future === future, graph.call_stack, graph.awaited_by]).toEqual([true, [entry], []]);
    expect(new asyncio.FutureCallGraph({ future, call_stack: [], awaited_by: [graph] }).awaited_by).toEqual([graph]);
    loop.close();
  });

  test('errors of streams take their arguments in any way', () => {
    expect(new asyncio.IncompleteReadError(new Uint8Array(2), { expected: 5 }).expected).toBe(5);
    expect(new asyncio.LimitOverrunError('too long', { consumed: 3 }).consumed).toBe(3);
    expect(new asyncio.LimitOverrunError({ message: 'too long', consumed: 4 }).args).toEqual(['too long']);
  });

  test('a task without a coroutine is refused', () => {
    expect([complaint(Reflect.construct, asyncio.Task, []), complaint(Reflect.construct, asyncio.Task, [{}])]).toEqual(
      Array(2).fill("TypeError: Task() missing required argument 'coro' (pos 1)"),
    );
  });
});
