# markcoroutinefunction makes a function count as a coroutine function, and gives it back.
import asyncio
import inspect


async def main(trace):
    async def work():
        return 'worked'

    def later():
        return work()

    trace('before', inspect.iscoroutinefunction(later))
    marked = inspect.markcoroutinefunction(later)
    trace('marked', marked is later, inspect.iscoroutinefunction(later))
    trace('called', await later())
    trace('still', inspect.isgeneratorfunction(later), inspect.isasyncgenfunction(later))

    def numbers():
        yield 1

    inspect.markcoroutinefunction(numbers)
    trace('both', inspect.iscoroutinefunction(numbers), inspect.isgeneratorfunction(numbers))
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    try:
        loop.call_soon(later)
    except TypeError as error:
        trace('refused', error)
    loop.set_debug(False)
    try:
        inspect.markcoroutinefunction(42)
    except AttributeError as error:
        trace('refused', type(error).__name__)
