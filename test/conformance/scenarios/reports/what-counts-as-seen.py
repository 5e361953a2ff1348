# An exception counts as seen when somebody asks for it, not when somebody waits for its task.
import asyncio


async def main(trace):
    async def fails(name):
        raise ValueError(name)

    def make(name):
        return asyncio.create_task(fails(name), name=name)

    await asyncio.wait([make('waited for')])
    for coroutine in asyncio.as_completed([make('as completed, not awaited')]):
        coroutine.close()
        await asyncio.sleep(0)
    make('with a callback').add_done_callback(lambda task: None)
    make('ended').done()
    await asyncio.sleep(0)
    asked = make('exception asked')
    asked.add_done_callback(lambda task: trace('asked', task.exception()))
    await asyncio.gather(make('gathered'), return_exceptions=True)
    cancelled_late = make('cancelled too late')
    await asyncio.sleep(0)
    trace('cancel', cancelled_late.cancel())
    try:
        await asyncio.wait_for(make('awaited with a limit'), 1)
    except ValueError as error:
        trace('raised', error)
