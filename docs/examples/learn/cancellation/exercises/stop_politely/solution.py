import asyncio


async def heart():
    try:
        while True:
            await asyncio.sleep(1)
            print('beat')
    finally:
        print('heart stopped')


def state(task):
    return 'cancelled' if task.cancelled() else 'finished' if task.done() else 'still running'


async def main():
    task = asyncio.create_task(heart())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    print(f'main goes on, the task is {state(task)}')


asyncio.run(main())
