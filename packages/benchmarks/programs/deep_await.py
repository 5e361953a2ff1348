from bench import bench

DEPTH = 50


async def level(depth):
    if depth == 1:
        return 1
    return await level(depth - 1) + 1


async def work(count):
    for _ in range(count):
        await level(DEPTH)


bench(work)
