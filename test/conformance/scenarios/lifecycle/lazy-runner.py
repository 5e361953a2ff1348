# A runner makes its loop when it is first needed, and closes it as it is left.
import asyncio


def program(trace, new_loop):
    made = []

    def factory():
        made.append(new_loop())
        return made[-1]

    async def work():
        return asyncio.get_running_loop().get_debug()

    with asyncio.Runner(loop_factory=factory, debug=True) as runner:
        trace('entered', len(made))
        trace('debug', runner.run(work()), len(made))
        trace('loop', runner.get_loop() is made[0], made[0].is_closed())
    trace('left', made[0].is_closed())
    unused = asyncio.Runner(loop_factory=factory)
    unused.close()
    trace('unused', len(made))
    for keywords in ({'unknown': 1}, {'loop_factory': 42}):
        try:
            asyncio.Runner(**keywords).get_loop()
        except TypeError as error:
            trace('refused', error)
