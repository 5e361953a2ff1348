# No permit is lost, whoever of those in line is cancelled and whenever.
import asyncio


async def main(trace):
    async def use(semaphore, name):
        try:
            async with semaphore:
                trace(name, 'has it')
                await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            trace(name, error, repr(semaphore).partition('[')[2])
            raise

    for releases, cancelled in ((1, 'a'), (1, 'b'), (2, 'a'), (2, 'ab'), (1, 'abcd'), (3, 'bd'), (2, 'c')):
        semaphore = asyncio.Semaphore(0)
        tasks = [asyncio.create_task(use(semaphore, name)) for name in 'abcd']
        await asyncio.sleep(0)
        for _ in range(releases):
            semaphore.release()
        for name in cancelled:
            tasks['abcd'.index(name)].cancel(name)
        await asyncio.sleep(1.5)
        trace(f'{releases} {cancelled}', [task.done() for task in tasks], repr(semaphore).partition('[')[2])
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        trace('rest', repr(semaphore).partition('[')[2])
