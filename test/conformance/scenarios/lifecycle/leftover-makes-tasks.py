# A task that a leftover makes while it is cancelled is not waited for, and is lost with the loop.
import asyncio


def program(trace, new_loop):
    kept = []

    async def quick():
        trace('quick runs')

    async def slow():
        trace('slow begins')
        await asyncio.sleep(1)
        trace('never')

    async def leftover():
        try:
            await asyncio.sleep(5)
        finally:
            kept.append(asyncio.create_task(quick(), name='quick'))
            kept.append(asyncio.create_task(slow(), name='slow'))
            await asyncio.sleep(0.25)
            trace('leftover ends')

    async def main():
        kept.append(asyncio.create_task(leftover()))
        await asyncio.sleep(0.5)
        return 'result'

    trace('result', asyncio.run(main(), loop_factory=new_loop))
    trace('tasks', [task.done() for task in kept])
