"""A finally may wait. Whoever is cancelled a second time is disturbed there."""

import asyncio


async def session(name):
    try:
        await asyncio.sleep(60)
    finally:
        print(f'{name}: says goodbye')
        await asyncio.sleep(1)
        print(f'{name}: goodbye has arrived')


async def main():
    patient = asyncio.create_task(session('patient'))
    hurried = asyncio.create_task(session('hurried'))
    await asyncio.sleep(1)
    patient.cancel()
    hurried.cancel()
    await asyncio.sleep(0.5)
    hurried.cancel()
    await asyncio.wait([patient, hurried])


asyncio.run(main())
