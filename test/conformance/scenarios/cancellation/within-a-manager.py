# A cancellation reaches a manager as it is entered, in the body and as it is left.
import asyncio


class Manager:
    def __init__(self, trace, enters, leaves):
        self.trace = trace
        self.enters = enters
        self.leaves = leaves

    async def __aenter__(self):
        await asyncio.sleep(self.enters)
        self.trace('entered')

    async def __aexit__(self, kind, error, traceback):
        self.trace('leaves', error)
        try:
            await asyncio.sleep(self.leaves)
        except asyncio.CancelledError as interruption:
            self.trace('interrupted', interruption)
            raise


async def main(trace):
    async def work(enters, body, leaves):
        async with Manager(trace, enters, leaves):
            await asyncio.sleep(body)
            trace('body ends')

    for times in ((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1)):
        task = asyncio.create_task(work(*times))
        for message in ('first', 'second'):
            await asyncio.sleep(0.25)
            trace('cancel', task.cancel(message))
        await asyncio.wait([task])
        trace('cancelled', task.cancelled(), task.cancelling())
