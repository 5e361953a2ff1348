# A callback that makes itself a new timer runs periodically, without drift on virtual time.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def tick(when, left):
        trace('tick', left)
        if left == 0:
            done.set_result('enough')
        else:
            loop.call_at(when + 0.1, tick, when + 0.1, left - 1)

    tick(0.1, 5)
    trace(await done)
