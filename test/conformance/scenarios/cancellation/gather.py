# Cancelling gather cancels its children, and gather ends with the first of them that ends.
import asyncio


async def main(trace):
    async def work(name, delay):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace(name, 'gets', error)
            await asyncio.sleep(delay)
            trace(name, 'ends')
            raise

    done = asyncio.get_running_loop().create_future()
    done.set_result('done')
    future = asyncio.gather(work('a', 0.5), done, work('b', 0.25))
    await asyncio.sleep(0.25)
    trace('cancel', future.cancel('all of you'), future.done())
    try:
        await future
    except asyncio.CancelledError as error:
        trace('caught', error, future.cancelled())
    trace('again', future.cancel())
