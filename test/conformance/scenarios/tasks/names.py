# Tasks are numbered unless they are named; a name is kept as text.
import asyncio


async def main(trace):
    async def nothing():
        pass

    first = asyncio.create_task(nothing())
    named = asyncio.create_task(nothing(), name='named')
    number = asyncio.create_task(nothing(), name=7)
    second = asyncio.create_task(nothing())
    trace('names', [task.get_name() for task in (first, named, number, second)])
    named.set_name('renamed')
    first.set_name(5)
    second.set_name(None)
    trace('names', [task.get_name() for task in (first, named, number, second)])
    trace('own', asyncio.current_task().get_name())
