# A long result is shortened in the repr.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    results = [
        'x' * 100,
        list(range(50)),
        {'key': 'y' * 60},
        ['a' * 40, ['b', ['c', ['d', ['e', ['f', ['g']]]]]]],
        12345678901234567890123,
    ]
    for result in results:
        future = loop.create_future()
        future.set_result(result)
        trace('finished', future)
