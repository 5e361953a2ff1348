/** Locks and queues: their keywords, and what they give. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

// locks
const lock = new asyncio.Lock();
expectTypeOf(lock.acquire()).toEqualTypeOf<asyncio.Coroutine<true>>();
expectTypeOf(lock.locked()).toBeBoolean();
// @ts-expect-error A lock takes no arguments.
new asyncio.Lock({ loop: null });
// @ts-expect-error Nor does an event.
new asyncio.Event({ loop: null });
expectTypeOf(new asyncio.Event().wait()).toEqualTypeOf<asyncio.Coroutine<true>>();

const condition = new asyncio.Condition({ lock });
new asyncio.Condition(lock);
new asyncio.Condition(null);
condition.notify(2);
condition.notify({ n: 2 });
expectTypeOf(condition.wait_for(() => 'x')).toEqualTypeOf<asyncio.Coroutine<string>>();
expectTypeOf(condition.wait_for({ predicate: () => 5 })).toEqualTypeOf<asyncio.Coroutine<number>>();
// @ts-expect-error There is no such keyword.
new asyncio.Condition({ lok: lock });
// @ts-expect-error There is no such keyword.
condition.notify({ count: 2 });
// @ts-expect-error The predicate is a function.
condition.wait_for(true);

new asyncio.Semaphore(2);
new asyncio.Semaphore({ value: 2 });
new asyncio.BoundedSemaphore({ value: 2 });
// @ts-expect-error There is no such keyword.
new asyncio.Semaphore({ values: 2 });
// @ts-expect-error The value is a number.
new asyncio.BoundedSemaphore('2');

expectTypeOf(new asyncio.Barrier({ parties: 2 }).wait()).toEqualTypeOf<asyncio.Coroutine<number>>();
new asyncio.Barrier(2);
// @ts-expect-error The parties have to be given.
new asyncio.Barrier();
// @ts-expect-error There is no such keyword.
new asyncio.Barrier({ party: 2 });

// queues
const queue = new asyncio.Queue<string>({ maxsize: 2 });
expectTypeOf(queue.get()).toEqualTypeOf<asyncio.Coroutine<string>>();
expectTypeOf(queue.put('x')).toEqualTypeOf<asyncio.Coroutine<null>>();
expectTypeOf(queue.get_nowait()).toBeString();
new asyncio.Queue(2);
new asyncio.LifoQueue<number>({ maxsize: 2 });
new asyncio.PriorityQueue<number>({ maxsize: 2 });
new asyncio.PriorityQueue<{ rank: number }>({ key: ({ rank }) => rank });
queue.shutdown(true);
queue.shutdown({ immediate: true });
// @ts-expect-error The queue is one of strings.
queue.put_nowait(1);
// @ts-expect-error There is no such keyword.
new asyncio.Queue({ max_size: 2 });
// @ts-expect-error There is no such keyword.
new asyncio.LifoQueue({ max_size: 2 });
// @ts-expect-error Only a priority queue has it.
new asyncio.Queue({ key: () => 1 });
// @ts-expect-error There is no such keyword.
queue.shutdown({ now: true });
