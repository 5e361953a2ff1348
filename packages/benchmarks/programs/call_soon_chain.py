import asyncio

from bench import bench


async def work(count):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    left = count

    def link():
        nonlocal left
        left -= 1
        if left > 0:
            loop.call_soon(link)
        else:
            done.set_result(None)

    loop.call_soon(link)
    await done


bench(work)
