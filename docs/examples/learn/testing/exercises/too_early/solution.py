import asyncio

received = []


async def deliver(letter):
    """What is tested. It takes as long as it takes."""
    await asyncio.sleep(1.5)
    received.append(letter)


async def test():
    task = asyncio.create_task(deliver('hello'))
    await task
    print('passed' if 'hello' in received else 'failed')


asyncio.run(test())
