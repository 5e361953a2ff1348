# Ctrl-C cancels main; run raises KeyboardInterrupt when main has ended by it.
# Python: installed (in Pyodide there is no Ctrl-C).
import asyncio

def program(trace, new_loop, interrupt):
    async def cleans_up():
        asyncio.get_running_loop().call_later(0.5, interrupt)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('gets', error, asyncio.current_task().cancelling())
            await asyncio.sleep(0.25)
            trace('is clean')
            raise

    async def swallows():
        asyncio.get_running_loop().call_later(0.5, interrupt)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('swallows', error)
        return 'result'

    async def fails():
        asyncio.get_running_loop().call_later(0.5, interrupt)
        try:
            await asyncio.sleep(5)
        finally:
            raise ValueError('instead')

    for main in (cleans_up, swallows, fails):
        try:
            trace('result', asyncio.run(main(), loop_factory=new_loop))
        except BaseException as error:
            trace('raised', error)
