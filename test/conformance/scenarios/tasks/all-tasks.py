# all_tasks are the tasks that aren't done.
import asyncio


async def main(trace):
    def names():
        return sorted(task.get_name() for task in asyncio.all_tasks())

    async def work(delay):
        await asyncio.sleep(delay)

    trace('only main', names())
    a = asyncio.create_task(work(0.5), name='a')
    b = asyncio.create_task(work(0.25), name='b')
    c = asyncio.create_task(work(9), name='c')
    trace('not begun', names())
    await b
    trace('b is done', names())
    c.cancel()
    trace('c is asked to end', names())
    await a
    trace('all', names())
    return asyncio.all_tasks() == {asyncio.current_task()}
