"""A future is a result that isn't there yet. Any callback may put it there."""

import asyncio


def deliver(future):
    print('the callback sets the result')
    future.set_result('parcel')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)

    loop.call_later(0.5, deliver, future)
    print('main waits')
    print(f'main got {await future}')
    print(future)


asyncio.run(main())
