# A timer that is made while callbacks run waits for the next iteration, though it is due.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def first():
        trace('first')
        loop.call_later(0, trace, 'timer of first')
        loop.call_soon(trace, 'soon of first')

    def second():
        trace('second')
        loop.call_at(0, trace, 'timer of second')

    loop.call_later(0.5, first)
    loop.call_later(0.5, second)
    await asyncio.sleep(1)
