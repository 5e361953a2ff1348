# The message of a cancellation reaches who is cancelled and who awaits it.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace(name, error, list(error.args))
            raise

    for message in ('text', 42, ['a', 'list'], '', None):
        task = asyncio.create_task(work('work'))
        await asyncio.sleep(0)
        unbegun = asyncio.create_task(work('never'))
        task.cancel(message)
        unbegun.cancel(msg=message)
        for asked in (task, unbegun):
            try:
                await asked
            except asyncio.CancelledError as error:
                trace('awaited', error, list(error.args))
