# Tasks that end by a CancelledError, whoever raised it, don't fail their group.
import asyncio


async def main(trace):
    async def raises(message):
        await asyncio.sleep(0)
        raise asyncio.CancelledError(message)

    async def cancels_itself():
        asyncio.current_task().cancel('myself')
        await asyncio.sleep(1)

    async def awaits(future):
        await future

    async with asyncio.TaskGroup() as group:
        future = asyncio.get_running_loop().create_future()
        tasks = [group.create_task(one) for one in (raises('by hand'), cancels_itself(), awaits(future), asyncio.sleep(2, 'rest'))]
        tasks[0].add_done_callback(lambda _: future.cancel('the future'))
        await asyncio.sleep(1)
        trace('the body goes on', [task.cancelled() for task in tasks], group)
    trace('ended', tasks[3].result())
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(asyncio.sleep(5)) for _ in range(2)]
            await raises('from the body')
    except asyncio.CancelledError as error:
        trace('a body does', error, [task.cancelled() for task in tasks], asyncio.current_task().cancelling())
