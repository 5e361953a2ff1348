# Stages that are joined by queues work at the same time, each at its pace.
import asyncio


async def main(trace):
    async def source(out):
        for number in range(4):
            await out.put(number)
        out.shutdown()
        trace('source ends')

    async def stage(name, seconds, into, out):
        try:
            while True:
                item = await into.get()
                await asyncio.sleep(seconds)
                await out.put(f'{item}{name}')
        except asyncio.QueueShutDown:
            out.shutdown()
            trace(f'stage {name} ends')

    async def sink(into):
        items = []
        while True:
            try:
                items.append(await into.get())
            except asyncio.QueueShutDown:
                return items
            trace('arrived', items[-1])

    queues = [asyncio.Queue(size) for size in (1, 1, 2)]
    results = await asyncio.gather(
        source(queues[0]), stage('a', 1, queues[0], queues[1]), stage('b', 2, queues[1], queues[2]), sink(queues[2]))
    trace('ended', results[-1])
