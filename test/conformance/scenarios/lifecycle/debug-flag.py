# run and set_debug switch debug mode.
import asyncio


def program(trace, new_loop):
    async def ask():
        return asyncio.get_running_loop().get_debug()

    trace('on', asyncio.run(ask(), debug=True, loop_factory=new_loop))
    trace('off', asyncio.run(ask(), debug=False, loop_factory=new_loop))
    loop = new_loop()
    loop.set_debug(True)
    trace('set', loop.get_debug(), loop.run_until_complete(ask()))
    loop.set_debug(False)
    trace('set', loop.get_debug(), loop.run_until_complete(ask()))
    loop.close()
