# A runner passes exceptions on and stays usable; it refuses what can't be awaited.
import asyncio


def program(trace, new_loop):
    async def fail():
        await asyncio.sleep(0.25)
        raise ValueError('bad')

    async def gone():
        asyncio.current_task().cancel('self')
        await asyncio.sleep(5)

    async def good():
        return 'good'

    runner = asyncio.Runner(loop_factory=new_loop)
    for work in (fail, gone, good):
        try:
            trace('result', runner.run(work()))
        except (ValueError, asyncio.CancelledError) as error:
            trace('raised', error)
    for wrong in (42, None):
        try:
            runner.run(wrong)
        except TypeError as error:
            trace('refused', error)
    runner.close()
    never = asyncio.Runner(loop_factory=new_loop)
    trace('close', never.close())
    trace('usable', never.run(good()))
    never.close()
