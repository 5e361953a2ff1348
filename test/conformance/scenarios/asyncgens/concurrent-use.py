# A generator that is busy can't be asked by a second task.
import asyncio


async def main(trace):
    async def slow():
        try:
            while True:
                await asyncio.sleep(0.5)
                yield 'value'
        finally:
            trace('cleans up')

    generator = slow()

    async def ask(name, question):
        try:
            trace(name, await question())
        except RuntimeError as error:
            trace(name, error)

    await asyncio.gather(
        ask('a', generator.__anext__),
        ask('b', generator.__anext__),
        ask('c', lambda: generator.asend(1)),
        ask('d', lambda: generator.athrow(ValueError())),
        ask('e', generator.aclose),
    )
    await ask('f', generator.__anext__)
    await generator.aclose()
