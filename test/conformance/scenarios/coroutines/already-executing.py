# A coroutine can't be driven from within itself.
async def main(trace):
    async def work():
        for attempt in (lambda: coroutine.send(None), lambda: coroutine.throw(ValueError()), coroutine.close):
            try:
                attempt()
            except ValueError as error:
                trace('refused', error)
        try:
            await coroutine
        except (RuntimeError, ValueError) as error:
            trace('refused', type(error).__name__, error)
        return 'unharmed'

    coroutine = work()
    trace(await coroutine)
