# run cancels the tasks that main leaves behind, and waits for their clean-up.
import asyncio


async def main(trace):
    async def work(name, clean_up):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace(name, 'gets', error)
            await asyncio.sleep(clean_up)
            trace(name, 'is clean')
            raise

    async def swallows():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            trace('swallowed')

    kept.append(asyncio.create_task(work('a', 0.5)))
    kept.append(asyncio.create_task(swallows()))
    kept.append(asyncio.create_task(work('b', 0.25)))
    await asyncio.sleep(0.5)
    kept.append(asyncio.create_task(work('begins late', 0)))
    trace('main ends')
    return 'result'


kept = []
