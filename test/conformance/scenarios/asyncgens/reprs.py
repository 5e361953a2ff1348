# An asynchronous generator shows its name and its state.
import inspect


async def main(trace):
    async def letters():
        trace('inside', inspect.getasyncgenstate(generator), generator.ag_running)
        yield 'a'

    generator = letters()
    trace('names', generator.__name__, letters.__name__, generator)
    trace('made', inspect.getasyncgenstate(generator), generator.ag_running)
    await anext(generator)
    trace('begun', inspect.getasyncgenstate(generator), generator.ag_running)
    await generator.aclose()
    trace('closed', inspect.getasyncgenstate(generator), generator.ag_running)
