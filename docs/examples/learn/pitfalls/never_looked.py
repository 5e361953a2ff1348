"""A task fails, and nobody looks at it. The loop says so, but late."""

import asyncio


async def check():
    await asyncio.sleep(1)
    raise ValueError('the disk is full')


def report(loop, context):
    print(f'reported: {context["exception"]!r}')


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    task = asyncio.create_task(check())
    await asyncio.sleep(2)
    print(f'the task is {"done" if task.done() else "at work"}, and main() ends')


asyncio.run(main())
