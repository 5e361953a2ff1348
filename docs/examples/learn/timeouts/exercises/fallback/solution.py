import asyncio


async def ask(server, delay):
    await asyncio.sleep(delay)
    return server


async def main():
    try:
        answer = await asyncio.wait_for(ask('primary', 5), 1)
    except TimeoutError:
        answer = await ask('backup', 0.5)
    print(f'{answer} has answered')


asyncio.run(main())
