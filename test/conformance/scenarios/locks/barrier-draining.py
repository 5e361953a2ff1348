# While a barrier empties, who comes waits for the next round; a reset or an abort meets both.
import asyncio


async def main(trace):
    async def meet(barrier, name):
        try:
            trace(name, await barrier.wait())
        except asyncio.BrokenBarrierError as error:
            trace(name, error)
        except asyncio.CancelledError as error:
            trace(name, error)
            raise

    async def nothing():
        pass

    for action in ('nothing', 'reset', 'abort', 'cancel'):
        barrier = asyncio.Barrier(2)
        tasks = [asyncio.create_task(meet(barrier, name)) for name in 'abcd']
        await asyncio.sleep(0)
        trace(action, repr(barrier).partition('[')[2])
        if action == 'cancel':
            tasks[0].cancel('while it empties')
        else:
            await {'nothing': nothing, 'reset': barrier.reset, 'abort': barrier.abort}[action]()
        done, pending = await asyncio.wait(tasks, timeout=1)
        trace('ended', len(done), len(pending), repr(barrier).partition('[')[2])
        for task in pending:
            task.cancel('left')
        await asyncio.sleep(0)
