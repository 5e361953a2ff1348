# close raises GeneratorExit at the place where the coroutine waits, so that its clean-up runs.
class Suspend:
    def __await__(self):
        return (yield 'waits')


async def main(trace):
    async def inner():
        try:
            await Suspend()
        except BaseException as error:
            trace('inner', error)
            raise
        finally:
            trace('inner cleans up')

    async def outer():
        try:
            await inner()
        finally:
            trace('outer cleans up')

    coroutine = outer()
    coroutine.send(None)
    trace('close', coroutine.close())
    trace('again', coroutine.close())
    unbegun = outer()
    trace('unbegun', unbegun.close())
    for closed in (coroutine, unbegun):
        try:
            await closed
        except RuntimeError as error:
            trace('refused', error)
