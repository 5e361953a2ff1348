# A future of one's own class is awaited as any other, and sees who waits and how it ends.
import asyncio


class Watched(asyncio.Future):
    def __init__(self, trace, loop):
        super().__init__(loop=loop)
        self.trace = trace

    def add_done_callback(self, callback, *, context=None):
        self.trace('is awaited')
        super().add_done_callback(callback, context=context)

    def set_result(self, result):
        self.trace('gets', result)
        super().set_result(result * 2)

    def cancel(self, msg=None):
        self.trace('is cancelled', msg)
        return super().cancel(msg)


async def main(trace):
    loop = asyncio.get_running_loop()

    async def waits(future):
        return await future

    good = Watched(trace, loop)
    loop.call_later(0.5, lambda: good.set_result(21))
    trace('result', await good)
    gone = Watched(trace, loop)
    task = asyncio.create_task(waits(gone))
    await asyncio.sleep(0.25)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('cancelled', error, gone.cancelled())
    trace('kinds', asyncio.isfuture(good), isinstance(gone, asyncio.Future), good)
