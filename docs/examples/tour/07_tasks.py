"""create_task() starts a coroutine; ensure_future() takes a future as well."""

import asyncio


async def work(name, delay):
    print(f'  {name} starts')
    await asyncio.sleep(delay)
    print(f'  {name} ends')
    return name.upper()


async def main():
    # A coroutine becomes a task. Its body starts when main() awaits something.
    slow = asyncio.create_task(work('slow', 0.4), name='my task')
    fast = asyncio.ensure_future(work('fast', 0.2))
    print(f'{slow.get_name()} is done: {slow.done()}')
    print(f'fast is a Task as well: {isinstance(fast, asyncio.Task)}')

    # A task or a future stays what it is.
    print(f'ensure_future(fast) is fast: {asyncio.ensure_future(fast) is fast}')

    print('main waits')
    print(await slow, await fast)
    print(f'{slow.get_name()} is done: {slow.done()}')


asyncio.run(main())
