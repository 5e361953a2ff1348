import asyncio
import inspect


async def work():
    await asyncio.sleep(1)
    return 'done'


async def main():
    coroutine = work()
    print(f'coroutine: {inspect.getcoroutinestate(coroutine)}')

    task = asyncio.create_task(coroutine, name='worker')
    print(f'task: {repr(task)[:30]}')

    future = asyncio.get_running_loop().create_future()
    print(f'future: {future!r}')
    future.set_result('here')

    print(f'await future: {await future}')
    print(f'await task: {await task}')
    print(f'coroutine: {inspect.getcoroutinestate(coroutine)}')
    print(f'future: {future!r}')


asyncio.run(main())
