# Two loops run one after the other and keep apart what belongs to them.
import asyncio


def program(trace, new_loop):
    first = new_loop()
    second = new_loop()

    async def work(name):
        await asyncio.sleep(0.5)
        trace(name, asyncio.get_running_loop() is {'first': first, 'second': second}[name])
        return sorted(task.get_name() for task in asyncio.all_tasks())

    a = first.create_task(work('first'), name='A')
    b = second.create_task(work('second'), name='B')
    trace('names', second.run_until_complete(b), a.done())
    trace('names', first.run_until_complete(a), first.time(), second.time())
    first.close()
    second.close()
