# Several steps that share one deadline: what one leaves the next may use.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 5

    async def step(name, seconds):
        try:
            async with asyncio.timeout_at(deadline) as scope:
                trace(name, scope, deadline - loop.time() > seconds)
                await asyncio.sleep(seconds)
                return name
        except TimeoutError:
            trace(name, 'is too late', scope)

    trace('done', [await step('one', 1), await step('two', 3), await step('three', 2), await step('four', 0.5)])
    try:
        async with asyncio.timeout_at(loop.time() - 100) as scope:
            trace('long past', scope.when() < loop.time(), scope.expired())
    except TimeoutError:
        trace('never')
    trace('but no await', scope)
