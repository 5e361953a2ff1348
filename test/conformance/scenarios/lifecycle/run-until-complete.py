# run_until_complete can be called again and again, with coroutines, tasks and futures.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def work(value):
        await asyncio.sleep(0.5)
        return value

    async def fail():
        raise ValueError('bad')

    trace('first', loop.run_until_complete(work(1)))
    trace('second', loop.run_until_complete(loop.create_task(work(2))))
    future = loop.create_future()
    loop.call_later(0.25, future.set_result, 3)
    trace('third', loop.run_until_complete(future))
    trace('done already', loop.run_until_complete(future))
    try:
        loop.run_until_complete(fail())
    except ValueError as error:
        trace('raised', error)
    gone = loop.create_future()
    loop.call_soon(gone.cancel, 'message')
    try:
        loop.run_until_complete(gone)
    except asyncio.CancelledError as error:
        trace('cancelled', error)
    try:
        loop.run_until_complete(42)
    except TypeError as error:
        trace('refused', error)
    loop.close()
