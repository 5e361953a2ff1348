# Another loop can't be run from within a running one.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    other = make[0]()

    async def work():
        trace('never')

    coroutine = work()
    try:
        other.run_until_complete(coroutine)
    except RuntimeError as error:
        trace('refused', error)
    try:
        asyncio.Runner(loop_factory=make[0]).run(coroutine)
    except RuntimeError as error:
        trace('refused', error)
    coroutine.close()
    other.close()
    trace('running', asyncio.get_running_loop() is loop)


def program(trace, new_loop):
    make.append(new_loop)
    asyncio.run(main(trace), loop_factory=new_loop)


make = []
