# gather of children that are done already is done at once.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    good = loop.create_future()
    good.set_result(1)
    bad = loop.create_future()
    bad.set_exception(ValueError('bad'))
    both = asyncio.gather(good, bad, return_exceptions=True)
    trace('done', both.done())
    await asyncio.sleep(0)
    trace('done', both.done())
    await asyncio.sleep(0)
    trace('done', both.done(), both.result())
    try:
        await asyncio.gather(good, bad, good)
    except ValueError as error:
        trace('caught', error)
