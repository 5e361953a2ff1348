# A limit that is moved on at every sign of life ends the work when the signs stop.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    async def listen():
        heard = []
        try:
            async with asyncio.timeout(2) as scope:
                while True:
                    heard.append(await queue.get())
                    scope.reschedule(loop.time() + 2)
                    trace('heard', heard[-1], scope)
        except TimeoutError as error:
            trace('silence', error, scope.when() == loop.time(), scope.expired())
        return heard

    for when, sign in ((1, 'a'), (2.5, 'b'), (4, 'c'), (6.5, 'too late')):
        loop.call_later(when, queue.put_nowait, sign)
    trace('ended', await listen())
    async with asyncio.timeout(5) as scope:
        loop.call_later(1, scope.reschedule, None)
        loop.call_later(2, lambda: trace('by a callback', scope))
        await asyncio.sleep(9)
    trace('unlimited', scope)
