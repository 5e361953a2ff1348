# Closing a loop reports the tasks that are pending, and those of their coroutines that never began.
import asyncio


def program(trace, new_loop):
    loop = new_loop()

    async def forgotten():
        trace('never')

    async def main():
        await asyncio.sleep(0.25)
        loop.create_task(forgotten(), name='unbegun')
        return 'main is over'

    trace(loop.run_until_complete(main()))
    loop.stop()
    silent = loop.create_task(forgotten(), name='silent')
    silent._log_destroy_pending = False
    loop.close()
    trace('closed')
