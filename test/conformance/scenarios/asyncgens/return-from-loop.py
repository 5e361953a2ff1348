# Returning from within an async for leaves the function, and the generator suspended.
async def main(trace):
    async def count():
        for i in range(5):
            yield i
        trace('never')

    generator = count()

    async def find(wanted):
        async for i in generator:
            trace('sees', i)
            if i == wanted:
                return f'found {i}'
        return 'nothing'

    trace(await find(1))
    trace(await find(3))
    trace(await find(9))
