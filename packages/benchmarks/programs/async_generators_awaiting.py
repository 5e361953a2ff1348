from bench import bench


async def numbers(count):
    for i in range(count):
        yield i


async def same(x):
    return x


async def work(count):
    done = 0
    async for i in numbers(count):
        if await same(i) == done:
            done += 1
    return done


bench(work)
