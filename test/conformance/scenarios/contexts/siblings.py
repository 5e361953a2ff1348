# Tasks that take turns don't see each other's variables.
import asyncio
import contextvars


async def main(trace):
    var = contextvars.ContextVar('var')

    async def deep(depth):
        if depth == 0:
            await asyncio.sleep(0)
            return var.get()
        return await deep(depth - 1)

    async def work(name):
        var.set([name])
        for turn in range(3):
            await asyncio.sleep(0)
            var.get().append(turn)
            got = await deep(2)
            if got[0] != name:
                trace('leak', name, got)
        return var.get()

    trace('results', await asyncio.gather(*[work(name) for name in 'abcd']))
    trace('main', var.get('nothing'))
