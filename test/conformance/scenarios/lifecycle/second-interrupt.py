# A second Ctrl-C doesn't wait for the clean-up of main.
# Python: installed (in Pyodide there is no Ctrl-C).
import asyncio

def program(trace, new_loop, interrupt):
    async def main():
        loop = asyncio.get_running_loop()
        loop.call_later(0.5, interrupt)
        loop.call_later(0.75, interrupt)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            trace('gets', error)
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as again:
                trace('gets', again, asyncio.current_task().cancelling())
                raise

    try:
        asyncio.run(main(), loop_factory=new_loop)
    except BaseException as error:
        trace('raised', error)
