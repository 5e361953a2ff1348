# set_event_loop sets the loop that is taken outside of a running one.
# Python: installed (Pyodide has a policy of its own).
import asyncio

def program(trace, new_loop):
    loop = new_loop()
    other = new_loop()

    async def inside():
        trace('inside', asyncio.get_event_loop() is loop, asyncio.Future().get_loop() is loop)
        asyncio.set_event_loop(other)
        trace('inside', asyncio.get_event_loop() is loop)

    asyncio.set_event_loop(loop)
    trace('set', asyncio.get_event_loop() is loop, asyncio.Future().get_loop() is loop)
    loop.run_until_complete(inside())
    trace('other', asyncio.get_event_loop() is other)
    asyncio.set_event_loop(None)
    for attempt in (asyncio.get_event_loop, asyncio.Future):
        try:
            attempt()
        except RuntimeError as error:
            trace('none', error)
    try:
        asyncio.set_event_loop(42)
    except TypeError as error:
        trace('refused', error)
    loop.close()
    other.close()
