# A runner keeps one loop and one context for several runs.
import asyncio
import contextvars


def program(trace, new_loop):
    var = contextvars.ContextVar('var', default='default')

    async def work(value):
        before = var.get()
        var.set(value)
        await asyncio.sleep(0.5)
        return [before, asyncio.get_running_loop() is loop]

    with asyncio.Runner(loop_factory=new_loop) as runner:
        loop = runner.get_loop()
        trace('loop', loop.is_running(), loop.is_closed())
        trace('first', runner.run(work('one')))
        trace('second', runner.run(work('two')))
        context = contextvars.copy_context()
        trace('given', runner.run(work('three'), context=context), context[var])
        trace('fourth', runner.run(work('four')))
        trace('outside', var.get())
    trace('closed', loop.is_closed())
    coroutine = work('five')
    for attempt in (runner.get_loop, lambda: runner.run(coroutine), runner.__enter__):
        try:
            attempt()
        except RuntimeError as error:
            trace('refused', error)
    trace('close again', runner.close())
    coroutine.close()
