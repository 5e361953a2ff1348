# all_tasks and current_task answer for the loop that is named.
import asyncio


def program(trace, new_loop):
    first, second = new_loop(), new_loop()

    async def work(name):
        others = [sorted(task.get_name() for task in asyncio.all_tasks(loop)) for loop in (first, second)]
        trace(name, others)
        trace('current', [getattr(asyncio.current_task(loop), 'get_name', lambda: None)() for loop in (first, second)])

    a = first.create_task(work('a'), name='a')
    b = second.create_task(work('b'), name='b')
    trace('outside', [task.get_name() for task in asyncio.all_tasks(first)], asyncio.current_task(second))
    first.run_until_complete(a)
    second.run_until_complete(b)
    trace('after', asyncio.all_tasks(first), asyncio.all_tasks(second))
    for ask in (asyncio.all_tasks, asyncio.current_task):
        try:
            ask()
        except RuntimeError as error:
            trace('no loop', error)
    first.close()
    second.close()
