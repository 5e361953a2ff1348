# stop ends run_forever after the current iteration; the next run goes on from there.
def program(trace, new_loop):
    loop = new_loop()

    def stop():
        trace('stop')
        loop.stop()
        loop.call_soon(trace, 'scheduled after stop')

    loop.call_soon(trace, 'before')
    loop.call_soon(stop)
    loop.call_soon(trace, 'still in this iteration')
    loop.call_later(0.5, trace, 'a timer')
    loop.call_later(0.75, loop.stop)
    loop.call_later(1, trace, 'never')
    trace('runs', loop.is_running())
    loop.run_forever()
    trace('stopped', loop.is_running())
    loop.run_forever()
    trace('stopped again')
    loop.stop()
    loop.call_soon(trace, 'one iteration')
    loop.run_forever()
    trace('stopped at once')
    loop.close()
