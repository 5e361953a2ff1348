# A shield ends with what it shields, and keeps cancellations away from it.
import asyncio


async def main(trace):
    async def attempt(label, awaitable):
        try:
            trace(label, await awaitable)
        except Exception as error:
            trace(label, error)

    async def work(name, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        return name

    loop = asyncio.get_running_loop()
    inner = asyncio.create_task(work('a', 1))
    outer = asyncio.shield(inner)
    trace('pending', outer.done(), outer is inner)
    await attempt('result', outer)
    trace('done', asyncio.shield(inner) is inner)
    await attempt('failure', asyncio.shield(work('b', 1, True)))
    await attempt('keyword', asyncio.shield(arg=work('c', 1)))

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    trace('cancel', outer.cancel('outer'), outer.cancelled(), inner.cancelled())
    try:
        await outer
    except asyncio.CancelledError as error:
        trace('outer', error)
    inner.set_result('still')
    await attempt('inner', inner)

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.cancel('inner')
    try:
        await outer
    except asyncio.CancelledError as error:
        trace('inner cancelled', error, outer.cancelled())

    inner = asyncio.create_task(work('d', 2))

    async def waiting():
        return await asyncio.shield(asyncio.shield(inner))

    task = asyncio.create_task(waiting())
    await asyncio.sleep(1)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        trace('two shields', error)
    await attempt('inner', inner)
    for wrong in (5, None):
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            trace('wrong', error)
