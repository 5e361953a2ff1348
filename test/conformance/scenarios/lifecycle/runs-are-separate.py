# Each run has its own loop and its own copy of the context; nothing is left for the next.
import asyncio
import contextvars


def program(trace, new_loop):
    var = contextvars.ContextVar('var', default='default')
    loops = []

    async def work(value):
        loops.append(asyncio.get_running_loop())
        before = var.get()
        var.set(value)
        asyncio.get_running_loop().call_later(5, trace, 'never')
        await asyncio.sleep(0.25)
        return [before, var.get(), len(asyncio.all_tasks())]

    trace('first', asyncio.run(work('one'), loop_factory=new_loop))
    trace('second', asyncio.run(work('two'), loop_factory=new_loop))
    var.set('outside')
    trace('third', asyncio.run(work('three'), loop_factory=new_loop), var.get())
    trace('loops', len(set(loops)), [loop.is_closed() for loop in loops])
