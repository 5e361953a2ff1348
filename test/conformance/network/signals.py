# Handlers of signals.
import asyncio
import os
import signal
from kit import attempt


async def main(trace):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: trace('report', context['message'], context['exception']))

    async def sent(sig):
        os.kill(os.getpid(), sig)
        await asyncio.sleep(0.02)

    async def coroutine():
        pass

    attempt(trace, 'a coroutine function', lambda: loop.add_signal_handler(15, coroutine))
    made = coroutine()
    attempt(trace, 'a coroutine', lambda: loop.add_signal_handler(15, made))
    made.close()
    for sig in ('no signal', 1.5, None, 0, 100, -1, 32, signal.SIGKILL, signal.SIGSTOP):
        attempt(trace, f'add {sig!r}', lambda: loop.add_signal_handler(sig, print))
        attempt(trace, f'remove {sig!r}', lambda: loop.remove_signal_handler(sig))
    attempt(trace, 'nothing', lambda: loop.add_signal_handler())
    attempt(trace, 'no callback', lambda: loop.add_signal_handler(15))
    attempt(trace, 'nothing', lambda: loop.remove_signal_handler())
    attempt(trace, 'none to remove', lambda: loop.remove_signal_handler(15))

    attempt(trace, 'no function', lambda: loop.add_signal_handler(15, 5))
    await sent(signal.SIGTERM)
    attempt(trace, 'add', lambda: loop.add_signal_handler(signal.SIGTERM, lambda *args: trace('first', list(args)), 1, 2))
    await sent(signal.SIGTERM)

    def handler(*args):
        trace('second', list(args), asyncio.get_running_loop() is loop)

    attempt(trace, 'replace', lambda: loop.add_signal_handler(signal.SIGTERM, handler, {'a': 1}))
    os.kill(os.getpid(), signal.SIGTERM)
    trace('sent')
    await asyncio.sleep(0.02)

    def failing():
        raise ValueError('in a handler')

    loop.add_signal_handler(signal.SIGUSR2, failing)
    await sent(signal.SIGUSR2)
    attempt(trace, 'remove', lambda: loop.remove_signal_handler(signal.SIGTERM))
    attempt(trace, 'again', lambda: loop.remove_signal_handler(signal.SIGTERM))
    other = asyncio.new_event_loop()
    other.close()
    attempt(trace, 'closed', lambda: other.add_signal_handler(15, print))
    attempt(trace, 'closed', lambda: other.add_signal_handler(100, print))
    attempt(trace, 'closed', lambda: other.remove_signal_handler(15))

    loop.add_signal_handler(signal.SIGINT, lambda: trace('not the runner'))
    await sent(signal.SIGINT)
    trace('cancelling', asyncio.current_task().cancelling())
    loop.remove_signal_handler(signal.SIGINT)
    loop.call_soon(os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        trace('cancelled by the runner')
        raise
