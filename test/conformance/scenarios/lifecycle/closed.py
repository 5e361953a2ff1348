# A closed loop refuses work.
def program(trace, new_loop):
    loop = new_loop()
    loop.call_soon(trace, 'never')
    loop.call_later(0.5, trace, 'never')
    future = loop.create_future()
    trace('closed', loop.is_closed())
    loop.close()
    loop.close()
    trace('closed', loop.is_closed(), loop.is_running())

    async def work():
        pass

    coroutine = work()
    attempts = {
        'call_soon': lambda: loop.call_soon(trace, 'never'),
        'call_later': lambda: loop.call_later(0.5, trace, 'never'),
        'call_at': lambda: loop.call_at(0.5, trace, 'never'),
        'call_soon_threadsafe': lambda: loop.call_soon_threadsafe(trace, 'never'),
        'create_task': lambda: loop.create_task(coroutine),
        'run_forever': lambda: loop.run_forever(),
        'run_until_complete': lambda: loop.run_until_complete(future),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            trace(name, 'went well')
        except RuntimeError as error:
            trace(name, error)
    coroutine.close()
    trace('stop', loop.stop())
