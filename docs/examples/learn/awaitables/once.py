import asyncio


async def roll(name):
    print(f'{name} is rolled')
    return 4


async def main():
    task = asyncio.create_task(roll('the first'))
    print(f'the task: {await task}, and again: {await task}')

    coroutine = roll('the second')
    print(f'the coroutine: {await coroutine}')
    try:
        await coroutine
    except RuntimeError as error:
        print(f'and again: {error}')


asyncio.run(main())
