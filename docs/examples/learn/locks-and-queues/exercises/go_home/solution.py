import asyncio


async def worker(name, queue):
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(1)
            print(f'{name} has done job {job}')
    except asyncio.QueueShutDown:
        print(f'{name} goes home')


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(name, queue)) for name in ('Ada', 'Grace')]
    for job in range(1, 6):
        await queue.put(job)
    queue.shutdown()
    await asyncio.gather(*workers)
    print('closed')


asyncio.run(main())
