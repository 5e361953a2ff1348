# A barrier lets its tasks go when enough have come; it can be reset and aborted.
import asyncio


async def main(trace):
    def state(one):
        return repr(one).partition('[')[2]

    def refuse(label, call):
        try:
            trace(label, call())
        except Exception as error:
            trace(label, error)

    barrier = asyncio.Barrier(2)

    async def meet(name):
        try:
            trace(name, await barrier.wait(), barrier.n_waiting)
        except asyncio.BrokenBarrierError as error:
            trace(name, error, state(barrier))

    def start(names):
        return [asyncio.create_task(meet(name)) for name in names]

    trace('new', state(barrier), barrier.parties, barrier.n_waiting, barrier.broken)
    tasks = start('a')
    await asyncio.sleep(1)
    trace('one', state(barrier), barrier.n_waiting)
    await meet('b')
    trace('both', state(barrier))
    await asyncio.gather(*tasks, *start('cdef'))
    tasks = start('g')
    await asyncio.sleep(0)
    await barrier.reset()
    trace('reset', state(barrier))
    await asyncio.gather(*tasks)
    trace('reset', state(barrier), barrier.broken)
    tasks = start('h')
    await asyncio.sleep(0)
    await barrier.abort()
    trace('aborted', state(barrier), barrier.broken, barrier.n_waiting)
    await asyncio.gather(*tasks, *start('i'))
    await barrier.reset()
    trace('usable again', state(barrier))
    tasks = start('jk')
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    trace('cancelled', state(barrier))
    alone = asyncio.Barrier(1)
    async with alone as index:
        trace('alone', index, await alone.wait(), state(alone))
    refuse('none', lambda: asyncio.Barrier(0))
    refuse('missing', lambda: asyncio.Barrier())
    refuse('text', lambda: asyncio.Barrier('2'))
    trace('keyword', asyncio.Barrier(parties=3).parties, repr(alone).split()[0])
