# After an error that ended its run a loop can be run again, and goes on with what was left.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    def exits():
        trace('exits')
        raise SystemExit(3)

    async def ticks():
        for i in range(4):
            trace('tick', i)
            await asyncio.sleep(0.25)
        return 'all'

    task = loop.create_task(ticks())
    loop.call_later(0.3125, exits)
    loop.call_later(0.3125, trace, 'in the same iteration')
    try:
        loop.run_forever()
    except SystemExit as error:
        trace('raised', error, loop.is_running(), loop.is_closed())
    trace('goes on', loop.run_until_complete(task))
    loop.close()
