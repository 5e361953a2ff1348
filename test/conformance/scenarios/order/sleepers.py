# Sleepers wake by deadline, and those with the same deadline in the order in which they lay down.
import asyncio


async def main(trace):
    async def sleeper(name, *delays):
        for delay in delays:
            await asyncio.sleep(delay)
            trace(name, delay)

    await asyncio.gather(
        sleeper('a', 0.5, 0.5, 0.25),
        sleeper('b', 0.25, 0.75),
        sleeper('c', 1, 0.25),
        sleeper('d', 0.25, 0.25, 0.25, 0.25, 0.25),
    )
