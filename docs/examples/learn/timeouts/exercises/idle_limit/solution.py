import asyncio

PAUSES = 0.5, 0.8, 0.9, 5  # before each piece; the last one is too long


async def main():
    try:
        for number, pause in enumerate(PAUSES, 1):
            await asyncio.wait_for(asyncio.sleep(pause), 1)
            print(f'piece {number}')
        print('complete')
    except TimeoutError:
        print('the sender is silent')


asyncio.run(main())
