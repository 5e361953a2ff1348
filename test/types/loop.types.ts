/** Loops, futures, stacks and the call graph: their keywords. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(0);
  return 7;
});
const context = new asyncio.contextvars.Context();
const loop: asyncio.EventLoop = new asyncio.EventLoop();

// callbacks: a context at the end, and the callback's parameters are those before it
expectTypeOf(loop.call_soon(() => undefined, { context })).toEqualTypeOf<asyncio.Handle>();
loop.call_soon(
  (a, b) => {
    expectTypeOf(a).toBeNumber();
    expectTypeOf(b).toBeString();
  },
  1,
  'b',
  { context },
);
loop.call_soon((a: number, b: string) => [a, b], 1, 'b');
loop.call_soon_threadsafe((a: number) => a, 1, { context: null });
expectTypeOf(loop.call_later(1, (a: number) => a, 1, { context })).toEqualTypeOf<asyncio.TimerHandle>();
expectTypeOf(loop.call_at(1, () => undefined, { context })).toEqualTypeOf<asyncio.TimerHandle>();
// Any other object is an argument.
loop.call_soon((settings: { readonly delay: number }) => settings.delay, { delay: 1 });
// @ts-expect-error The delay comes first.
loop.call_later(() => undefined, 1);

// what a loop is set to
loop.set_debug({ enabled: true });
loop.set_exception_handler({ handler: null });
loop.set_exception_handler((own, { message, exception }) => {
  expectTypeOf(own).toExtend<asyncio.AbstractEventLoop>();
  expectTypeOf(message).toEqualTypeOf<string | undefined>();
  expectTypeOf(exception).toBeUnknown();
});
loop.set_task_factory({ factory: asyncio.eager_task_factory });
loop.set_task_factory((own, coro, keywords) => new asyncio.Task(coro, { loop: own, ...keywords }));
expectTypeOf(loop.shutdown_default_executor({ timeout: 1 })).toEqualTypeOf<asyncio.Coroutine<null>>();
expectTypeOf(loop.run_until_complete({ future: work() })).toEqualTypeOf<Promise<number>>();
// @ts-expect-error There is no such keyword.
loop.set_debug({ enable: true });
// @ts-expect-error There is no such keyword.
loop.set_task_factory({ task_factory: null });
// @ts-expect-error A factory makes tasks.
loop.set_task_factory(() => 7);
// @ts-expect-error There is no such keyword.
loop.shutdown_default_executor({ time: 1 });
// @ts-expect-error There is no such keyword.
loop.create_task(work(), { nmae: 'x' });

// run and Runner
expectTypeOf<keyof asyncio.RunOptions>().toEqualTypeOf<'debug' | 'loop_factory'>();
expectTypeOf(asyncio.run({ main: work, debug: true })).toEqualTypeOf<Promise<number>>();
expectTypeOf(asyncio.run_sync({ main: work(), loop_factory: asyncio.EventLoop })).toBeNumber();
expectTypeOf(new asyncio.Runner({ loop_factory: null }).run({ coro: work(), context })).toEqualTypeOf<
  Promise<number>
>();
// @ts-expect-error The factory makes loops.
void asyncio.run(work, { loop_factory: () => 7 });
// @ts-expect-error There is no such keyword.
void new asyncio.Runner().run(work(), { debug: true });

// from outside of the loop
expectTypeOf(asyncio.run_coroutine_threadsafe(work(), { loop })).toEqualTypeOf<asyncio.concurrent.Future<number>>();
expectTypeOf(asyncio.run_coroutine_threadsafe(work, loop)).toEqualTypeOf<asyncio.concurrent.Future<number>>();
// @ts-expect-error The loop has to be given.
asyncio.run_coroutine_threadsafe(work());
// @ts-expect-error There is no such keyword.
asyncio.run_coroutine_threadsafe(work(), { loops: loop });

// futures and tasks
const future = loop.create_future<string>();
const task = new asyncio.Task(work(), { loop, name: 'x', context, eager_start: false });
expectTypeOf(task).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(new asyncio.Task({ coro: work(), loop })).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(asyncio.create_task({ coro: work(), name: 'x' })).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(asyncio.ensure_future({ coro_or_future: work(), loop })).toExtend<asyncio.Future<number>>();
future.add_done_callback((done) => done.result().length, { context: null });
task.print_stack({ limit: 1, file: { write: (text) => text.length } });
task.get_stack({ limit: null });
expectTypeOf(asyncio.all_tasks({ loop })).toEqualTypeOf<Set<asyncio.Task<unknown>>>();
expectTypeOf(asyncio.current_task({ loop: null })).toEqualTypeOf<asyncio.Task<unknown> | null>();
// @ts-expect-error There is no such keyword.
future.add_done_callback(() => undefined, { ctx: context });
// @ts-expect-error There is no such keyword.
task.print_stack({ depth: 1 });
// @ts-expect-error There is no such keyword.
task.get_stack({ file: null });
// @ts-expect-error There is no such keyword.
new asyncio.Task(work(), { loop, eager: true });
// @ts-expect-error There is no such keyword.
asyncio.all_tasks({ event_loop: loop });

// the call graph
expectTypeOf<keyof asyncio.CallGraphOptions>().toEqualTypeOf<'depth' | 'limit'>();
expectTypeOf<keyof asyncio.PrintCallGraphOptions>().toEqualTypeOf<'file' | 'depth' | 'limit'>();
expectTypeOf(
  asyncio.capture_call_graph(task, { depth: 2, limit: null }),
).toEqualTypeOf<asyncio.FutureCallGraph | null>();
expectTypeOf(asyncio.capture_call_graph({ limit: 1 })).toEqualTypeOf<asyncio.FutureCallGraph | null>();
expectTypeOf(asyncio.format_call_graph(null, { limit: -1 })).toBeString();
asyncio.print_call_graph(task, { file: { write: (text) => text.length }, depth: 2 });
asyncio.print_call_graph({ file: null });
// @ts-expect-error The future is given by position.
asyncio.capture_call_graph({ future: task });
// @ts-expect-error There is no such keyword.
asyncio.format_call_graph(task, { file: null });
// @ts-expect-error A file can be written to.
asyncio.print_call_graph(task, { file: 'graph.txt' });
// @ts-expect-error The depth is a keyword.
asyncio.capture_call_graph(task, 2);
