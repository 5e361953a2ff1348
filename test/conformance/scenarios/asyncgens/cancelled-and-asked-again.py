# A generator that was cancelled where it waits is over, unless it catches the cancellation.
import asyncio


async def main(trace):
    async def fragile():
        await asyncio.sleep(1)
        yield 'never'

    async def robust():
        while True:
            try:
                await asyncio.sleep(1)
                yield 'a value'
            except asyncio.CancelledError as error:
                trace('catches', error)
                yield 'instead'

    async def ask(generator):
        return await anext(generator, 'over')

    for make in (fragile, robust):
        generator = make()
        for i in range(2):
            task = asyncio.create_task(ask(generator))
            await asyncio.sleep(0.5)
            trace('cancel', task.cancel(f'request {i}'))
            try:
                trace('answer', await task, task.cancelling())
            except asyncio.CancelledError as error:
                trace('cancelled', error)
        await generator.aclose()
