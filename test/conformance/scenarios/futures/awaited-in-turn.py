# A future hands the same object to everyone, as often as it is awaited.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    value = ['mutable']

    async def reader(name):
        got = await future
        got.append(name)
        return got

    readers = [asyncio.create_task(reader(name)) for name in 'ab']
    loop.call_later(0.5, future.set_result, value)
    first = await future
    second = await future
    trace('same', first is second, first is value)
    trace('readers', [(await task) is value for task in readers], value)
