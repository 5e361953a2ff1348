# Locks, queues, groups and time limits show their state.
import asyncio


async def main(trace):
    lock = asyncio.Lock()
    event = asyncio.Event()
    condition = asyncio.Condition(lock)
    semaphore = asyncio.Semaphore(2)
    queue = asyncio.Queue(3)
    trace('at first', lock, event, condition, semaphore, queue)
    async with lock, semaphore:
        waiter = asyncio.create_task(lock.acquire())
        waiting = asyncio.create_task(event.wait())
        queue.put_nowait('item')
        await asyncio.sleep(0)
        trace('in use', lock, event, condition, semaphore, queue)
        event.set()
    await asyncio.wait([waiter, waiting])
    trace('later', lock, event, semaphore)
    lock.release()
    await queue.get()
    trace('unfinished', queue, asyncio.LifoQueue(), asyncio.PriorityQueue(1))
    group = asyncio.TaskGroup()
    trace('group', group)
    async with group:
        group.create_task(asyncio.sleep(0.25))
        trace('entered', group)
    trace('left', group)
    scope = asyncio.timeout(None)
    trace('scope', scope)
    async with scope:
        trace('entered', scope)
        scope.reschedule(1.5)
        trace('rescheduled', scope)
    trace('left', scope)
