# Clean-up may wait; a second cancellation interrupts it.
import asyncio


async def main(trace):
    async def work(name):
        try:
            await asyncio.sleep(5)
        finally:
            trace(name, 'cleans up')
            try:
                await asyncio.sleep(1)
                trace(name, 'is clean')
            except asyncio.CancelledError as error:
                trace(name, 'is interrupted', error)
                raise

    patient = asyncio.create_task(work('patient'))
    hasty = asyncio.create_task(work('hasty'))
    await asyncio.sleep(0.25)
    patient.cancel('first')
    hasty.cancel('first')
    await asyncio.sleep(0.25)
    hasty.cancel('second')
    for task in (hasty, patient):
        try:
            await task
        except asyncio.CancelledError as error:
            trace('ended', error)
