# A task factory may give what it likes: a task it kept, or a future of its own.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    made = []

    async def work(value):
        await asyncio.sleep(0.25)
        return value

    def counts(loop, coro, **keywords):
        task = asyncio.Task(coro, loop=loop, **keywords)
        made.append(task.get_name())
        return task

    loop.set_task_factory(counts)
    trace('one', await asyncio.create_task(work(1), name='one'))
    trace('limit', await asyncio.wait_for(work(2), 1))
    trace('shield', await asyncio.shield(work(3)))
    trace('group', await asyncio.gather(work(4), work(5)))
    trace('made', len(made), made[0])

    def refuses(loop, coro, **keywords):
        coro.close()
        raise ValueError('no tasks today')

    loop.set_task_factory(refuses)
    try:
        asyncio.create_task(work(6))
    except ValueError as error:
        trace('refused', error)

    def answers(loop, coro, **keywords):
        coro.close()
        future = loop.create_future()
        future.set_result('a future')
        return future

    loop.set_task_factory(answers)
    trace('answer', await asyncio.create_task(work(7)))
    loop.set_task_factory(None)
