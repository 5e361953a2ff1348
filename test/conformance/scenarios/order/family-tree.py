# Tasks that make tasks run generation by generation.
import asyncio


async def main(trace):
    async def person(name, generations):
        trace('is born', name)
        children = []
        if generations > 0:
            children = [asyncio.create_task(person(f'{name}.{i}', generations - 1)) for i in range(2)]
        for child in children:
            await child
        trace('is done', name)

    await asyncio.create_task(person('a', 2))
