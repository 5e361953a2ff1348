# KeyboardInterrupt and SystemExit in a callback or task end the run at once.
import asyncio


def program(trace, new_loop):
    def raises(error):
        raise error

    async def fails(error):
        raise error

    async def waits():
        await asyncio.sleep(5)

    for error in (KeyboardInterrupt('stop'), SystemExit(3)):
        loop = new_loop()
        loop.call_later(0.5, raises, error)
        loop.call_later(0.5, trace, 'left for the next run')
        main = loop.create_task(waits(), name='main')
        try:
            loop.run_until_complete(main)
        except BaseException as caught:
            trace('callback', caught, main.done())
        main.cancel()
        try:
            loop.run_until_complete(main)
        except asyncio.CancelledError as caught:
            trace('later', caught)
        failing = loop.create_task(fails(error), name='failing')
        try:
            loop.run_until_complete(failing)
        except BaseException as caught:
            trace('task', caught, failing.done(), failing.exception())
        loop.close()
