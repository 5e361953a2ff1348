# What asend, athrow and aclose return can be awaited once.
async def main(trace):
    async def count():
        for i in range(9):
            yield i

    generator = count()
    for make in (generator.__anext__, lambda: generator.asend(None), generator.aclose):
        step = make()
        trace('first', await step)
        try:
            await step
        except RuntimeError as error:
            trace('again', error)
