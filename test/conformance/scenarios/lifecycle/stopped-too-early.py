# A loop that is stopped before the future is done says so.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def work():
        await asyncio.sleep(5)
        return 'done'

    task = loop.create_task(work())
    loop.call_later(0.5, loop.stop)
    try:
        loop.run_until_complete(task)
    except RuntimeError as error:
        trace('raised', error)
    trace('resumed', loop.run_until_complete(task))
    loop.close()
