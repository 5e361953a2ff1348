# An event that is set and cleared again and again: who is slow misses pulses.
import asyncio


async def main(trace):
    event = asyncio.Event()

    async def listen(name, seconds):
        for number in range(3):
            await event.wait()
            trace(name, number, event.is_set())
            await asyncio.sleep(seconds)
        return name

    async def pulse():
        for _ in range(7):
            await asyncio.sleep(1)
            event.set()
            event.clear()

    beat = asyncio.create_task(pulse())
    trace('heard', await asyncio.gather(listen('quick', 0), listen('slow', 1.5)))
    beat.cancel()
    event.set()
    turns = 0

    async def greedy():
        for _ in range(3):
            await event.wait()
            trace('set: no turn for others', turns)

    async def other():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    await greedy()
    task.cancel()
