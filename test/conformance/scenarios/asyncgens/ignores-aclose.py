# A generator that yields when it is closed is told that it ignored GeneratorExit.
async def main(trace):
    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2
        trace('never')

    async def silent():
        try:
            yield 1
        except GeneratorExit:
            trace('swallowed')

    async def failing():
        try:
            yield 1
        finally:
            raise ValueError('instead')

    for function in (stubborn, silent, failing):
        generator = function()
        kept.append(generator)
        await anext(generator)
        try:
            trace('close', await generator.aclose())
        except (RuntimeError, ValueError) as error:
            trace('raised', error)


kept = []
