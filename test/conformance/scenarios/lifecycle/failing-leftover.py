# A leftover task that fails while it is cancelled is reported.
import asyncio


async def main(trace):
    async def work():
        try:
            await asyncio.sleep(5)
        finally:
            raise ValueError('in the clean-up')

    kept.append(asyncio.create_task(work(), name='leftover'))
    await asyncio.sleep(0.5)
    trace('main ends')
    return 'result'


kept = []
