# Calling a coroutine function runs none of its body.
async def main(trace):
    async def work(name):
        trace('work', name)
        return name

    first = work('first')
    second = work('second')
    trace('nothing ran')
    trace('got', await second)
    trace('got', await first)
