import asyncio
import types


@types.coroutine
def innermost():
    yield from asyncio.sleep(1)
    return 'generator'


async def middle():
    return f'wrapped, {await innermost()}'


@types.coroutine
def outermost():
    text = yield from middle()
    return f'generator, {text}'


async def main():
    return await outermost()


print(asyncio.run(main()))
