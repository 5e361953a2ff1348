import asyncio


async def double(number):
    print(f'double({number})')
    await asyncio.sleep(1)
    return 2 * number


async def work():
    four = await double(2)
    eight = await double(four)
    return eight


loop = asyncio.new_event_loop()
print(f'result {loop.run_until_complete(work())}')
print(f'after {loop.time():.1f} s')
loop.close()
