# A repr names the class of the task, its name as Python quotes it, and its state at that moment.
import asyncio


class Special(asyncio.Task):
    pass


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work():
        await asyncio.sleep(0.25)
        return 'result'

    special = Special(work(), loop=loop, name="it's")
    trace('unbegun', special)
    await asyncio.sleep(0)
    trace('waiting', special)
    special.set_name(42)
    special.add_done_callback(lambda task: trace('callback', task))
    trace('renamed', special)
    await special
    coroutine = work()
    coroutine.__qualname__ = 'Class.method'
    renamed = asyncio.create_task(coroutine, name='ü\n')
    trace('qualified', renamed)
    renamed.cancel()
    trace('cancelling', renamed)
    await asyncio.wait([renamed])
    trace('cancelled', renamed)
