# At the end of run leftover tasks are cancelled first, then open generators are closed, then the loop.
import asyncio


def program(trace, new_loop):
    loops = []
    kept = []

    def factory():
        loops.append(new_loop())
        return loops[-1]

    async def numbers():
        try:
            yield 1
        finally:
            await asyncio.sleep(0.25)
            trace('the generator is closed', loops[0].is_closed())

    async def leftover():
        try:
            await asyncio.sleep(5)
        finally:
            await asyncio.sleep(0.25)
            trace('the task has cleaned up', loops[0].is_closed())

    async def main():
        generator = numbers()
        kept.append(generator)
        await anext(generator)
        asyncio.create_task(leftover())
        asyncio.get_running_loop().call_soon(trace, 'a callback')
        await asyncio.sleep(0)
        trace('main ends')

    asyncio.run(main(), loop_factory=factory)
    trace('closed', loops[0].is_closed(), loops[0].time())
