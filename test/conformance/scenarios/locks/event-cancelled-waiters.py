# Cancelled waiters leave the line, before the event is set and in the turn in which it is.
import asyncio


async def main(trace):
    event = asyncio.Event()

    async def wait(name):
        try:
            return f'{name} {await event.wait()}'
        except asyncio.CancelledError as error:
            trace(name, error, repr(event).partition('[')[2])
            raise

    tasks = [asyncio.create_task(wait(name)) for name in 'abcd']
    await asyncio.sleep(1)
    tasks[1].cancel('before')
    trace('cancelled', repr(event).partition('[')[2])
    await asyncio.sleep(0)
    trace('left', repr(event).partition('[')[2])
    event.set()
    tasks[2].cancel('too late for the event')
    results = await asyncio.gather(*tasks, return_exceptions=True)
    trace('ended', results)
