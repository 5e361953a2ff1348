# A set that a task leaves by its own done callback holds exactly the tasks that are pending.
import asyncio


async def main(trace):
    background = set()

    async def work(name, delay, error=None):
        await asyncio.sleep(delay)
        if error is not None:
            raise error
        trace('done', name)

    def spawn(name, delay, error=None):
        task = asyncio.create_task(work(name, delay, error), name=name)
        background.add(task)
        task.add_done_callback(background.discard)

    spawn('quick', 0)
    spawn('slow', 0.5)
    spawn('failing', 0.25, ValueError('in the background'))
    for _ in range(4):
        trace('pending', sorted(task.get_name() for task in background))
        await asyncio.sleep(0.1875)
    for task in background:
        task.cancel()
    trace('end', len(background))
