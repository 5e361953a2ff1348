import asyncio

from bench import bench


async def work(count):
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    done = 0

    def link():
        nonlocal done
        done += 1
        if done < count:
            loop.call_soon(link)
        else:
            end.set_result(None)

    loop.call_soon(link)
    await end
    return done


bench(work)
