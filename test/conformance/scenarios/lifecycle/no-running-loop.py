# Outside of a loop there is no running one, no current task and nothing can be scheduled.
import asyncio


def program(trace, new_loop):
    async def work():
        pass

    coroutine = work()
    attempts = {
        'get_running_loop': lambda: asyncio.get_running_loop(),
        'current_task': lambda: asyncio.current_task(),
        'all_tasks': lambda: asyncio.all_tasks(),
        'create_task': lambda: asyncio.create_task(coroutine),
    }

    def ask(label):
        trace(label)
        for name, attempt in attempts.items():
            try:
                trace(name, attempt())
            except RuntimeError as error:
                trace(name, error)

    ask('before')
    loop = new_loop()
    loop.run_until_complete(asyncio.sleep(0))
    ask('after')
    trace('asked of a loop', asyncio.current_task(loop), len(asyncio.all_tasks(loop)))
    task = loop.create_task(coroutine, name='T')
    trace('asked of a loop', asyncio.current_task(loop), list(asyncio.all_tasks(loop)))
    loop.run_until_complete(task)
    loop.close()
