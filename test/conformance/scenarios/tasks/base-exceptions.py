# A task keeps any exception, also one that is no Exception; only KeyboardInterrupt and SystemExit go further.
import asyncio


class Odd(BaseException):
    pass


async def main(trace):
    async def fails(error):
        await asyncio.sleep(0.25)
        raise error

    for error in (Odd('odd'), GeneratorExit('exit'), StopAsyncIteration('stop'), BaseException('base')):
        task = asyncio.create_task(fails(error))
        try:
            await task
        except BaseException as raised:
            trace('raised', raised, raised is error, task.done(), task.cancelled(), task.exception() is error)
    results = await asyncio.gather(fails(Odd('gathered')), fails(ValueError('v')), return_exceptions=True)
    trace('gathered', results)
