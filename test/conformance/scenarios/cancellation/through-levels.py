# The error is raised at the innermost await and passes up through every level.
import asyncio


async def main(trace):
    async def level(depth):
        try:
            if depth == 0:
                await asyncio.sleep(5)
            else:
                await level(depth - 1)
        except asyncio.CancelledError as error:
            trace('level', depth, error)
            if depth == 3:
                await asyncio.sleep(0.25)
                trace('level', depth, 'has slept')
            raise
        finally:
            trace('level', depth, 'ends')

    task = asyncio.create_task(level(5))
    await asyncio.sleep(0.5)
    task.cancel('out')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('caught', error)
