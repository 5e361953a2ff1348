/** Loops, tasks and what runs them. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const main = asyncio.coroutine(async () => {
  await asyncio.sleep(0);
  return 7;
});

expectTypeOf(asyncio.run(main)).toEqualTypeOf<Promise<number>>();
expectTypeOf(asyncio.run(main())).toEqualTypeOf<Promise<number>>();
expectTypeOf(asyncio.run(main(), { debug: true })).toEqualTypeOf<Promise<number>>();
expectTypeOf(asyncio.run_sync(main())).toBeNumber();
// @ts-expect-error There is no such keyword.
void asyncio.run(main(), { verbose: true });
// @ts-expect-error A number is nothing to wait for.
void asyncio.run(7);

const task = asyncio.create_task(main(), { name: 'seven' });
expectTypeOf(task).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(task.result()).toBeNumber();
expectTypeOf(task.cancel('enough')).toBeBoolean();
expectTypeOf(asyncio.current_task()).toEqualTypeOf<asyncio.Task<unknown> | null>();
expectTypeOf(asyncio.all_tasks()).toEqualTypeOf<Set<asyncio.Task<unknown>>>();

const loop = asyncio.new_event_loop();
expectTypeOf(loop.run_until_complete(main())).toEqualTypeOf<Promise<number>>();
expectTypeOf(loop.call_soon(() => undefined)).toEqualTypeOf<asyncio.Handle>();
expectTypeOf(loop.call_later(1, (x: number) => x, 1)).toEqualTypeOf<asyncio.TimerHandle>();

// gather keeps the type of each.
export const gathers = asyncio.coroutine(async () => {
  const results = await asyncio.gather(main(), asyncio.sleep(0, 'a'));
  expectTypeOf(results).toEqualTypeOf<[number, string]>();
});
