# A task that awaits a future of another loop is told so.
import asyncio


def program(trace, new_loop):
    first = new_loop()
    future = first.create_future()
    second = new_loop()

    async def work():
        try:
            await future
        except RuntimeError as error:
            trace('told', error)
        return 'went on'

    async def gathers():
        own = asyncio.get_running_loop().create_future()
        try:
            await asyncio.gather(own, future)
        except ValueError as error:
            trace('refused', error)

    trace(second.run_until_complete(second.create_task(work(), name='T')))
    second.run_until_complete(gathers())
    first.close()
    second.close()
