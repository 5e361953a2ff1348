# Ctrl-C cancels main first; its leftovers are cancelled when main has ended.
# Python: installed (in Pyodide there is no Ctrl-C).
import asyncio


def program(trace, new_loop, interrupt):
    async def leftover():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('leftover gets', error)
            raise

    async def main():
        task = asyncio.create_task(leftover())
        asyncio.get_running_loop().call_later(0.5, interrupt)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            trace('main is cancelled', task.done(), asyncio.current_task().cancelling())
            await asyncio.sleep(0.25)
            trace('main ends', task.done())
            raise

    try:
        asyncio.run(main(), loop_factory=new_loop)
    except KeyboardInterrupt as error:
        trace('raised', error, type(error.__context__).__name__)
