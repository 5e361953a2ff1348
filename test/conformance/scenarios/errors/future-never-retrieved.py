# A future whose exception is never asked for is reported, also when only its callbacks saw it.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    first.set_exception(ValueError('never asked'))
    second = loop.create_future()
    second.add_done_callback(lambda f: trace('callback'))
    second.set_exception(KeyError('k'))
    third = loop.create_future()
    third.add_done_callback(lambda f: trace('callback asks', f.exception()))
    third.set_exception(KeyError('asked'))
    fourth = loop.create_future()
    fourth.set_exception(KeyError('result asked'))
    try:
        fourth.result()
    except KeyError as error:
        trace('raised', error)
    await asyncio.sleep(0)
