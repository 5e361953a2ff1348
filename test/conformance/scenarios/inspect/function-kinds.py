# What kind of function a function is, whether it is bare, a method or bound.
import inspect


async def main(trace):
    async def work():
        pass

    async def letters():
        yield 'a'

    def numbers():
        yield 1

    def plain():
        return work()

    class Worker:
        async def method(self):
            pass

        async def items(self):
            yield 1

        def steps(self):
            yield 1

    worker = Worker()
    functions = {
        'work': work, 'letters': letters, 'numbers': numbers, 'plain': plain,
        'method': worker.method, 'items': worker.items, 'steps': worker.steps,
        'unbound': Worker.items, 'class': Worker, 'instance': worker, 'none': None,
    }
    for name, function in functions.items():
        trace(name, inspect.iscoroutinefunction(function), inspect.isasyncgenfunction(function),
              inspect.isgeneratorfunction(function))
