"""A condition: wait until something is true of what a lock protects."""

import asyncio

balance = 0


async def pay_in(changed, amount):
    global balance
    async with changed:
        balance += amount
        print(f'paid in {amount}, there are {balance}')
        changed.notify_all()


async def withdraw(changed, amount):
    global balance
    async with changed:
        await changed.wait_for(lambda: balance >= amount)
        balance -= amount
        print(f'withdrew {amount}, there are {balance}')


async def main():
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(withdraw(changed, 50))
        for _ in range(3):
            await asyncio.sleep(1)
            await pay_in(changed, 20)


asyncio.run(main())
