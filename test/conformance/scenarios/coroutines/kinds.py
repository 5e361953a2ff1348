# iscoroutine knows coroutines, iscoroutinefunction the functions that make them.
import asyncio
import inspect


async def main(trace):
    async def work():
        pass

    def plain():
        pass

    class Worker:
        async def method(self):
            return self

    worker = Worker()
    coroutine = work()
    trace('coroutines', [asyncio.iscoroutine(x) for x in (coroutine, work, plain, None, 1)])
    functions = [work, coroutine, plain, worker.method, Worker.method, None]
    trace('functions', [inspect.iscoroutinefunction(x) for x in functions])
    trace('method', await worker.method() is worker)
    objects = [coroutine, asyncio.get_running_loop().create_future(), work, 1]
    trace('awaitable', [inspect.isawaitable(x) for x in objects])
    await coroutine
