from bench import bench

DEPTH = 50


async def level(depth):
    if depth == 1:
        return 1
    return await level(depth - 1) + 1


async def work(count):
    levels = 0
    for _ in range(count):
        levels += await level(DEPTH)
    return levels / DEPTH


bench(work)
