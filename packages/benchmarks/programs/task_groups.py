import asyncio

from bench import bench

GROUP = 100


async def child(x):
    return x


async def work(count):
    done = 0
    for _ in range(0, count, GROUP):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(child(i)) for i in range(GROUP)]
        done += sum(task.result() == i for i, task in enumerate(tasks))
    return done


bench(work)
