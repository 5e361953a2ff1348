# In debug mode a callback that takes long is logged.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0

    def callback():
        trace('callback')

    loop.call_soon(callback)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.1
    trace('debug or not, it ran')
