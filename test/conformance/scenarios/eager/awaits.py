# An eager task may await what is done, what ends later, a task, and itself not.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result('done')
    pending = loop.create_future()
    loop.call_later(0.5, pending.set_result, 'later')

    async def awaits(what):
        return await what

    async def awaits_itself():
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            return str(error).split(':')[0]

    first = asyncio.create_task(awaits(done), eager_start=True)
    trace('done', first.done(), first.result())
    second = asyncio.create_task(awaits(pending), eager_start=True)
    third = asyncio.create_task(awaits(second), eager_start=True)
    fourth = asyncio.create_task(awaits(asyncio.sleep(0, 'slept')), eager_start=True)
    trace('pending', second.done(), third.done(), fourth.done())
    trace('results', await third, await second, await fourth)
    itself = asyncio.create_task(awaits_itself(), eager_start=True)
    await asyncio.sleep(0)
    trace('itself', itself.done(), itself.result())
