/** Keywords: those of Python are offered, others are refused. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(0);
  return 7;
});
const context = asyncio.contextvars.copy_context();
const loop = asyncio.new_event_loop();

// create_task, of the library and of a loop
expectTypeOf(asyncio.create_task).parameter(1).toEqualTypeOf<asyncio.TaskOptions | undefined>();
expectTypeOf<keyof asyncio.TaskOptions>().toEqualTypeOf<'loop' | 'name' | 'context' | 'eager_start'>();
expectTypeOf(asyncio.create_task(work(), { name: 'x', context, eager_start: true })).toEqualTypeOf<
  asyncio.Task<number>
>();
expectTypeOf(asyncio.create_task(work)).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(loop.create_task(work(), { name: null, context: null })).toEqualTypeOf<asyncio.Task<number>>();
// @ts-expect-error There is no such keyword.
asyncio.create_task(work(), { nmae: 'x' });
// @ts-expect-error The context is a Context.
asyncio.create_task(work(), { context: 'x' });
// @ts-expect-error A name alone is no keyword.
asyncio.create_task(work(), 'x');

// sleep
expectTypeOf(asyncio.sleep(1)).toEqualTypeOf<asyncio.Coroutine<null>>();
expectTypeOf(asyncio.sleep({ delay: 1, result: 'r' })).toEqualTypeOf<asyncio.Coroutine<string>>();
// @ts-expect-error Seconds are a number.
asyncio.sleep('1');
// @ts-expect-error The delay is missing.
asyncio.sleep({ result: 1 });

// gather: with return_exceptions, each result may be an error
export const gathers = asyncio.coroutine(async () => {
  const future = new asyncio.Future<boolean>({ loop });
  expectTypeOf(await asyncio.gather(work(), work, future, Promise.resolve('p'))).toEqualTypeOf<
    [number, number, boolean, string]
  >();
  expectTypeOf(await asyncio.gather(work(), { return_exceptions: true })).toEqualTypeOf<[number | Error]>();
  expectTypeOf(await asyncio.gather(work(), { return_exceptions: false })).toEqualTypeOf<[number]>();
  const list = Array.from({ length: 3 }, () => work());
  expectTypeOf(await asyncio.gather(...list)).toEqualTypeOf<number[]>();
});

// futures and tasks
const future = new asyncio.Future<number>({ loop });
expectTypeOf(future.cancel({ msg: 'enough' })).toBeBoolean();
future.add_done_callback(
  (done) => {
    expectTypeOf(done).toEqualTypeOf<asyncio.Future<number>>();
  },
  { context },
);
expectTypeOf(future.exception()).toEqualTypeOf<Error | null>();
// @ts-expect-error A future has no such keyword.
new asyncio.Future({ lop: loop });
// @ts-expect-error The future is one of numbers.
future.set_result('1');
// @ts-expect-error Something has to be raised.
future.set_exception(7);
expectTypeOf(asyncio.create_task(work()).get_stack({ limit: 1 })).toEqualTypeOf<asyncio.FrameSummary[]>();
expectTypeOf(asyncio.create_task(work()).set_result).returns.toBeNever();

// scheduling
expectTypeOf(loop.call_soon((a: number) => a, 1, { context })).toEqualTypeOf<asyncio.Handle>();
expectTypeOf(loop.call_at(1, () => undefined).when()).toBeNumber();
// @ts-expect-error A callback is a function.
loop.call_soon('callback');
// @ts-expect-error A deadline is a number.
loop.call_at('soon', () => undefined);

// run and Runner
expectTypeOf(asyncio.run(work, { debug: null, loop_factory: null })).toEqualTypeOf<Promise<number>>();
expectTypeOf(asyncio.run(work, { loop_factory: asyncio.EventLoop })).toEqualTypeOf<Promise<number>>();
expectTypeOf(new asyncio.Runner({ debug: true }).run(work(), { context })).toEqualTypeOf<Promise<number>>();
// @ts-expect-error There is no such keyword.
new asyncio.Runner({ loop });

// ensure_future keeps what it is given
expectTypeOf(asyncio.ensure_future(work(), { loop })).toExtend<asyncio.Future<number>>();
expectTypeOf(asyncio.wrap_future(Promise.resolve('p'), { cancel: () => undefined })).toExtend<asyncio.Future<string>>();
// @ts-expect-error There is no such keyword.
asyncio.ensure_future(work(), { lop: loop });
