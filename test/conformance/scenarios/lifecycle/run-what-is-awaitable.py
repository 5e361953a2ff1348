# run takes coroutines and other awaitables, and refuses the rest.
import asyncio


class Answer:
    def __await__(self):
        yield from asyncio.sleep(0.5).__await__()
        return 42


def program(trace, new_loop):
    async def work():
        return 'coroutine'

    trace('coroutine', asyncio.run(work(), loop_factory=new_loop))
    trace('awaitable', asyncio.run(Answer(), loop_factory=new_loop))
    for wrong in (42, None, 'text', [work]):
        try:
            asyncio.run(wrong, loop_factory=new_loop)
        except (TypeError, ValueError) as error:
            trace('refused', error)
