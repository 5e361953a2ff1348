# What is scheduled on a loop that doesn't run yet runs with its first run.
def program(trace, new_loop):
    loop = new_loop()

    async def work(name):
        trace(name)
        return name

    loop.call_soon(trace, 'callback')
    early = loop.create_task(work('early task'))
    loop.call_later(0, trace, 'timer')
    trace('nothing ran', early.done())
    loop.run_until_complete(work('main'))
    trace('early', early.done(), early.result())
    loop.close()
