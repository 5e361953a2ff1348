# The error that the coroutine let pass is the one that its first awaiter gets.
import asyncio


async def main(trace):
    seen = []

    async def work():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            seen.append(error)
            raise

    async def ask(task):
        try:
            await task
        except asyncio.CancelledError as error:
            seen.append(error)

    task = asyncio.create_task(work())
    askers = [asyncio.create_task(ask(task)), asyncio.create_task(ask(task))]
    await asyncio.sleep(0)
    task.cancel('msg')
    await asyncio.gather(*askers)
    trace('seen', seen, seen[0] is seen[1], seen[0] is seen[2])
