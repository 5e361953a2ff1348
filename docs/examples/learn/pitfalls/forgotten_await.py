"""A call alone does nothing: the await is missing, and the letter is never saved."""

import asyncio


async def save(what):
    await asyncio.sleep(1)
    print(f'{what} is saved')


async def main():
    save('the letter')
    await save('the picture')
    print('we go home')


asyncio.run(main())
