# An exception that is returned is a value like any other.
import asyncio


async def main(trace):
    async def work():
        return ValueError('a value')

    value = await work()
    trace('inline', value)
    trace('task', await asyncio.create_task(work()))
    trace('gather', await asyncio.gather(work(), work()))
