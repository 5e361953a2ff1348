# A coroutine that is closed before it begins never runs and isn't reported.
async def main(trace):
    async def work():
        trace('never')

    coroutine = work()
    trace('close', coroutine.close())
    trace('again', coroutine.close())
    try:
        await coroutine
    except RuntimeError as error:
        trace('refused', error)
