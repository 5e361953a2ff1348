import asyncio

tickets = 1


async def buy(name):
    global tickets
    if tickets > 0:
        tickets -= 1  # looked at and taken, with no await between
        await asyncio.sleep(0.1)  # the payment takes a while
        print(f'{name} has a ticket')
    else:
        print(f'{name} has none')


async def main():
    await asyncio.gather(buy('Ada'), buy('Grace'))
    print(f'{tickets} left')


asyncio.run(main())
