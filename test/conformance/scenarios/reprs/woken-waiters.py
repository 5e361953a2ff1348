# A task that was woken and hasn't run yet shows with what it was woken.
import asyncio


async def main(trace):
    lock, event, semaphore, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition()
    empty, full = asyncio.Queue(), asyncio.Queue(1)
    await lock.acquire()
    full.put_nowait('item')

    async def notified():
        async with condition:
            await condition.wait()

    waits = [lock.acquire, event.wait, semaphore.acquire, notified, empty.get, lambda: full.put('more')]
    tasks = [asyncio.create_task(wait(), name=f'waits-{number}') for number, wait in enumerate(waits)]
    await asyncio.sleep(0)

    def waited_for(task):
        return repr(task).partition('wait_for=')[2].partition(' cb=')[0]

    for task in tasks:
        trace('asleep', task.get_name(), waited_for(task))
    lock.release()
    event.set()
    semaphore.release()
    await condition.acquire()
    condition.notify()
    condition.release()
    empty.put_nowait('new')
    full.get_nowait()
    for task in tasks:
        trace('woken', task.get_name(), waited_for(task))
    trace('results', await asyncio.gather(*tasks))
