# A coroutine that has not begun takes nothing but None.
async def main(trace):
    async def work():
        trace('runs')
        return 1

    coroutine = work()
    try:
        coroutine.send(42)
    except TypeError as error:
        trace('refused', error)
    trace('still fine', await coroutine)
