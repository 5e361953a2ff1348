# `KeyboardInterrupt` and `SystemExit` leave a group as they are, and its other errors are dropped.
import asyncio


async def main(trace):
    async def work(error):
        await asyncio.sleep(0)
        raise error

    async def run(name, body_error, *errors):
        async with asyncio.TaskGroup() as group:
            for error in errors:
                group.create_task(work(error))
            if body_error is not None:
                raise body_error
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                trace(name, 'cancelled')
                raise

    class Own(BaseException):
        pass

    for name, *errors in (('body', SystemExit(1)), ('own', None, Own('own'), ValueError('a'))):
        try:
            await run(name, *errors)
        except BaseException as error:
            trace(name, error, asyncio.current_task().cancelling())
