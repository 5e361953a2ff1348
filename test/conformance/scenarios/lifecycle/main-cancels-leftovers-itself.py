# Tasks that main cancelled just before its end still end in order.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace(name, 'gets', error)
            raise

    kept.extend(asyncio.create_task(work(name)) for name in 'ab')
    await asyncio.sleep(0.5)
    kept[0].cancel('by main')
    trace('main ends')


kept = []
