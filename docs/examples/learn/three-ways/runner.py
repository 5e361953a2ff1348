import asyncio


async def ticker():
    try:
        tick = 1
        while True:
            print(f'  tick {tick}')
            await asyncio.sleep(1)
            tick += 1
    finally:
        print('  the ticker is cleaned up')


async def begin():
    global task
    task = asyncio.create_task(ticker())
    return f'begun: {"done" if task.done() else "pending"}'


async def work(name):
    await asyncio.sleep(1.2)
    return f'{name} done'


runner = asyncio.Runner()
print(runner.run(begin()))
print(runner.run(work('first')))
print(runner.run(work('second')))
runner.close()
print(f'closed: {"cancelled" if task.cancelled() else "pending"}')
