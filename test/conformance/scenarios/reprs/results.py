# The results in the reprs of futures and tasks are shown as Python shows them, and shortened.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def done(result):
        future = loop.create_future()
        future.set_result(result)
        return future

    values = [
        None, True, 0, -1.5, 'plain', "it's", 'say "hi"', 'both \' and "', 'tab\tline\nend\\', 'ünïcode ✓', '\x00\x7f',
        b'bytes\x00', [], [1, [2, [3, [4, [5, [6, [7, [8]]]]]]]], {}, {'a': {'b': [None]}}, set(), {1},
        'x' * 50, list(range(10)), {str(i): i for i in range(8)}, done('inner'), ValueError('a value'), 10**15,
    ]
    for value in values:
        trace('result', done(value))
