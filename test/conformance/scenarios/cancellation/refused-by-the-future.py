# A future that refuses to be cancelled only delays the cancellation of who awaits it.
import asyncio


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        return False


async def main(trace):
    loop = asyncio.get_running_loop()
    stubborn = Stubborn(loop=loop)

    async def work():
        try:
            trace('never', await stubborn)
        except asyncio.CancelledError as error:
            trace('gets', error)
            raise

    task = asyncio.create_task(work())
    await asyncio.sleep(0.25)
    trace('cancel', task.cancel('late'), task.cancelling())
    await asyncio.sleep(0.25)
    trace('still waits', task.done(), stubborn.done())
    stubborn.set_result('value')
    try:
        await task
    except asyncio.CancelledError:
        trace('cancelled', stubborn.result())
