import asyncio


async def load_settings():
    print('loading')
    await asyncio.sleep(1)
    return 'dark'


async def widget(name, settings):
    print(f'{name} is {await settings}')


async def main():
    settings = asyncio.create_task(load_settings())  # a task may be awaited by many
    await asyncio.gather(widget('menu', settings), widget('clock', settings))


asyncio.run(main())
