# In debug mode a coroutine knows where it was made, and otherwise not.
import asyncio


def program(trace, new_loop):
    async def work():
        pass

    async def main(label):
        coroutine = work()
        trace(label, asyncio.get_running_loop().get_debug(), coroutine.cr_origin is not None)
        await coroutine

    for debug in (True, False):
        asyncio.run(main('run'), debug=debug, loop_factory=new_loop)
    loop = new_loop()
    loop.set_debug(True)
    loop.run_until_complete(main('set before the run'))
    loop.set_debug(False)
    loop.run_until_complete(main('not any more'))
    loop.close()
    outside = work()
    trace('outside', outside.cr_origin)
    outside.close()
