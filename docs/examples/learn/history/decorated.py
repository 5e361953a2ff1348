import asyncio
import types


@types.coroutine  # in Python 3.4: @asyncio.coroutine
def double(number):
    print(f'double({number})')
    yield from asyncio.sleep(1)
    return 2 * number


@types.coroutine
def work():
    four = yield from double(2)
    eight = yield from double(four)
    return eight


loop = asyncio.new_event_loop()
print(f'result {loop.run_until_complete(work())}')
print(f'after {loop.time():.1f} s')
loop.close()
