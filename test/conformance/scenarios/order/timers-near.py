# Timers closer together than the clock can tell run in one iteration, others in two.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback(name):
        trace(name)
        loop.call_soon(trace, f'after {name}')

    loop.call_at(0.5 + 4e-10, callback, 'second')
    loop.call_at(0.5, callback, 'first')
    loop.call_at(0.75, callback, 'third')
    loop.call_at(0.75 + 5e-9, callback, 'fourth')
    await asyncio.sleep(1)
