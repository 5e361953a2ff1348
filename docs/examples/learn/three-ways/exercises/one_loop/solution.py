import asyncio

connection = None


async def connect():
    await asyncio.sleep(2)
    return 'connected'


async def open_it():
    global connection
    connection = asyncio.create_task(connect())


async def use():
    print(await connection)


with asyncio.Runner() as runner:
    runner.run(open_it())
    runner.run(use())
