# A semaphore that begins with nothing counts signals that come before somebody waits.
import asyncio


async def main(trace):
    signals = asyncio.Semaphore(0)

    async def consume():
        count = 0
        while True:
            try:
                await asyncio.wait_for(signals.acquire(), 2)
            except TimeoutError as error:
                trace('no more', error, repr(signals).partition('[')[2])
                return count
            count += 1
            trace('signal', count)

    for _ in range(3):
        signals.release()
    task = asyncio.create_task(consume())
    await asyncio.sleep(1)
    signals.release()
    await asyncio.sleep(1)
    signals.release()
    trace('ended', await task, signals.locked())
    signals.release()
    trace('one is kept', signals.locked(), await signals.acquire())
