# When main fails, its leftovers are cancelled and waited for before run raises.
import asyncio


def program(trace, new_loop):
    async def leftover(name, swallows):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            trace(name, 'is cancelled')
            await asyncio.sleep(0.25)
            trace(name, 'is clean')
            if not swallows:
                raise

    async def main(error):
        asyncio.create_task(leftover('a', False))
        asyncio.create_task(leftover('b', True))
        await asyncio.sleep(0.25)
        raise error

    for error in (ValueError('bad'), asyncio.CancelledError('by hand'), SystemExit(3), GeneratorExit('odd')):
        try:
            asyncio.run(main(error), loop_factory=new_loop)
        except BaseException as raised:
            trace('raised', raised, raised is error)
