/** Functions in threads: their arguments and results keep their types. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const add = (a: number, b: number): number => a + b;
const nap = asyncio.coroutine(async (seconds: number) => {
  await asyncio.sleep(seconds);
  return 'rested';
});
const loop = asyncio.new_event_loop();

// to_thread
expectTypeOf(asyncio.to_thread(add, 1, 2)).toEqualTypeOf<asyncio.Coroutine<number>>();
expectTypeOf(asyncio.to_thread(async (x: string) => Promise.resolve(x.length), 'x')).toEqualTypeOf<
  asyncio.Coroutine<number>
>();
expectTypeOf(asyncio.to_thread(nap, 1)).toEqualTypeOf<asyncio.Coroutine<string>>();
// @ts-expect-error The second argument is missing.
asyncio.to_thread(add, 1);
// @ts-expect-error It takes numbers.
asyncio.to_thread(add, '1', 2);

// run_in_executor
expectTypeOf(loop.run_in_executor(null, add, 1, 2)).toEqualTypeOf<asyncio.Future<number>>();
expectTypeOf(loop.run_in_executor({ executor: undefined, func: () => 'x' })).toEqualTypeOf<asyncio.Future<string>>();
loop.set_default_executor(new asyncio.concurrent.ThreadPoolExecutor(1));
loop.set_default_executor({ executor: new asyncio.concurrent.ThreadPoolExecutor(1) });
// @ts-expect-error It takes numbers.
loop.run_in_executor(null, add, 1, '2');
// @ts-expect-error Threads only.
loop.set_default_executor(new asyncio.concurrent.ProcessPoolExecutor(1));

// main_loop
const main = asyncio.main_loop();
expectTypeOf(main.call_soon_threadsafe(add, 1, 2)).toBeVoid();
expectTypeOf(main.run_coroutine_threadsafe(nap, 1)).toEqualTypeOf<asyncio.concurrent.Future<string>>();
// @ts-expect-error It takes a number.
main.run_coroutine_threadsafe(nap, '1');
// @ts-expect-error It is no coroutine function.
main.run_coroutine_threadsafe(add, 1, 2);
