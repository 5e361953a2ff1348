# A task that is still pending when its loop is gone is reported.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def waits(future):
        await future

    async def main():
        loop.create_task(waits(loop.create_future()), name='forgotten')
        await asyncio.sleep(0.5)
        return 'main is over'

    trace(loop.run_until_complete(main()))
    loop.close()
    trace('closed', loop.is_closed())
