import asyncio
import contextvars

from bench import bench

TASKS = 1000

variable = contextvars.ContextVar('variable')


async def worker(base, count):
    done = 0
    for i in range(base, base + count):
        token = variable.set(i)
        await asyncio.sleep(0)
        if variable.get() == i:
            done += 1
        variable.reset(token)
    return done


async def work(count):
    each = count // TASKS
    return sum(await asyncio.gather(*[worker(i * each, each) for i in range(TASKS)]))


bench(work)
