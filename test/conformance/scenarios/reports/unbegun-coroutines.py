# A coroutine counts as never awaited if it was neither awaited, nor closed, nor given to a task.
import asyncio


def program(trace, new_loop):
    async def work(name):
        trace('never', name)

    async def awaits(coroutine):
        await coroutine

    async def main():
        loop = asyncio.get_running_loop()
        work('dropped')
        work('closed').close()
        asyncio.create_task(work('cancelled at once')).cancel()
        asyncio.create_task(awaits(work('of a cancelled task'))).cancel()
        try:
            work('thrown into').throw(ValueError('v'))
        except ValueError as error:
            trace('thrown', error)
        try:
            loop.call_soon(work('wrong')) if loop.get_debug() else None
        except TypeError as error:
            trace('refused', error)
        await asyncio.sleep(0)
        trace('main ends')

    asyncio.run(main(), loop_factory=new_loop)
