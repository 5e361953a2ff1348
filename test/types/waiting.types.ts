/** What waits: its keywords, and what it gives. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(0);
  return 7;
});
const loop = asyncio.new_event_loop();
const future = new asyncio.Future<number>({ loop });
const task = loop.create_task(work());

// wait: what is given as tasks comes back as tasks
expectTypeOf<keyof asyncio.WaitOptions>().toEqualTypeOf<'timeout' | 'return_when'>();
export const waits = asyncio.coroutine(async () => {
  const [done, pending] = await asyncio.wait([task], { timeout: 1, return_when: asyncio.FIRST_COMPLETED });
  expectTypeOf(done).toEqualTypeOf<Set<asyncio.Task<number>>>();
  expectTypeOf(pending).toEqualTypeOf<Set<asyncio.Task<number>>>();
  await asyncio.wait([future, task], { timeout: null });
  await asyncio.wait({ fs: [task], return_when: 'ALL_COMPLETED' });
});
// @ts-expect-error There is no such keyword.
asyncio.wait([task], { timeut: 1 });
// @ts-expect-error It is one of three constants.
asyncio.wait([task], { return_when: 'FIRST' });
// @ts-expect-error The time is a keyword.
asyncio.wait([task], 1);

// wait_for
expectTypeOf(asyncio.wait_for(work(), 1)).toEqualTypeOf<asyncio.Coroutine<number>>();
expectTypeOf(asyncio.wait_for(future, null)).toEqualTypeOf<asyncio.Coroutine<number>>();
expectTypeOf(asyncio.wait_for(work, { timeout: 1 })).toEqualTypeOf<asyncio.Coroutine<number>>();
expectTypeOf(asyncio.wait_for({ fut: work(), timeout: null })).toEqualTypeOf<asyncio.Coroutine<number>>();
// @ts-expect-error The time has to be given.
asyncio.wait_for(work());
// @ts-expect-error There is no such keyword.
asyncio.wait_for(work(), { time: 1 });
// @ts-expect-error Seconds are a number.
asyncio.wait_for(work(), '1');

// shield
expectTypeOf(asyncio.shield(work())).toEqualTypeOf<asyncio.Future<number>>();
expectTypeOf(asyncio.shield({ arg: future })).toEqualTypeOf<asyncio.Future<number>>();
// @ts-expect-error It takes nothing else.
asyncio.shield(work(), { loop });
// @ts-expect-error There is no such keyword.
asyncio.shield({ fut: future });

// as_completed
expectTypeOf<keyof asyncio.AsCompletedOptions>().toEqualTypeOf<'timeout'>();
export const completes = asyncio.coroutine(async () => {
  for await (const one of asyncio.as_completed([work(), work()], { timeout: 1 })) {
    expectTypeOf(one.result()).toBeNumber();
  }
  for (const next of asyncio.as_completed({ fs: [task], timeout: null })) expectTypeOf(await next).toBeNumber();
});
// @ts-expect-error The time is a keyword.
asyncio.as_completed([work()], 1);
// @ts-expect-error There is no such keyword.
asyncio.as_completed([work()], { return_when: 'FIRST_COMPLETED' });

// gather
// @ts-expect-error There is no such keyword, and this is nothing to wait for.
asyncio.gather(work(), { return_exception: true });
// @ts-expect-error It is true or false.
asyncio.gather(work(), { return_exceptions: 'yes' });

// timeout and timeout_at
expectTypeOf(asyncio.timeout(1)).toEqualTypeOf<asyncio.Timeout>();
expectTypeOf(asyncio.timeout({ delay: null })).toEqualTypeOf<asyncio.Timeout>();
expectTypeOf(asyncio.timeout_at({ when: loop.time() + 1 })).toEqualTypeOf<asyncio.Timeout>();
expectTypeOf(asyncio.timeout(1).when()).toEqualTypeOf<number | null>();
asyncio.timeout(1).reschedule({ when: null });
// @ts-expect-error The time has to be given; null for none.
asyncio.timeout();
// @ts-expect-error There is no such keyword.
asyncio.timeout({ when: 1 });
// @ts-expect-error There is no such keyword.
asyncio.timeout_at({ delay: 1 });

// groups
const group = new asyncio.TaskGroup();
expectTypeOf(group.create_task(work(), { name: 'x', context: null })).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(group.create_task(work)).toEqualTypeOf<asyncio.Task<number>>();
// @ts-expect-error There is no such keyword.
group.create_task(work(), { nmae: 'x' });
// @ts-expect-error A group runs coroutines.
group.create_task(7);
