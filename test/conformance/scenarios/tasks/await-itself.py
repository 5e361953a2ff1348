# A task that awaits itself is told so.
import asyncio


async def main(trace):
    async def narcissus():
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            trace('told', error)
        await asyncio.sleep(0.5)
        return 'went on'

    trace(await asyncio.create_task(narcissus(), name='N'))
