# A future of another kind is wrapped: its outcome is passed on, and a cancellation is passed back.
from concurrent.futures import Future
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    good, bad, gone, kept = (Future() for _ in range(4))
    wrapped = [asyncio.wrap_future(future) for future in (good, bad, gone, kept)]
    loop.call_later(0.25, good.set_result, 'good')
    loop.call_later(0.5, bad.set_exception, ValueError('bad'))
    loop.call_later(0.75, gone.cancel)
    for future in wrapped[:3]:
        try:
            trace('result', await future)
        except (ValueError, asyncio.CancelledError) as error:
            trace('raised', error, future.cancelled())
    trace('cancel', wrapped[3].cancel(), kept.cancelled())
    await asyncio.sleep(0)
    trace('passed back', kept.cancelled())
    running = Future()
    running.set_running_or_notify_cancel()
    late = asyncio.wrap_future(running)
    late.cancel()
    await asyncio.sleep(0)
    trace('running', running.cancelled(), late.cancelled())
    running.set_result('nobody waits')
    await asyncio.sleep(0)
    trace('end', late.cancelled())
