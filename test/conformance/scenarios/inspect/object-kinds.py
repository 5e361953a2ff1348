# Coroutines, generators, futures and what can be awaited are told apart.
import asyncio
import inspect


class Answer:
    def __await__(self):
        yield


async def main(trace):
    async def work():
        pass

    async def letters():
        yield 'a'

    def numbers():
        yield 1

    coroutine = work()
    generator = letters()
    task = asyncio.create_task(work())
    step = generator.asend(None)
    objects = {
        'coroutine': coroutine, 'async generator': generator, 'generator': numbers(), 'task': task, 'step': step,
        'future': asyncio.get_running_loop().create_future(), 'own': Answer(), 'class': Answer, 'function': work,
        'iterator': coroutine.__await__(), 'list': [1], 'none': None,
    }
    for name, each in objects.items():
        trace(name, inspect.isawaitable(each), inspect.iscoroutine(each), inspect.isasyncgen(each),
              inspect.isgenerator(each), asyncio.isfuture(each))
    coroutine.close()
    await step
    await task
