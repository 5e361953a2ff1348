# A coroutine that waits again when it is closed is told that it ignored GeneratorExit.
class Suspend:
    def __await__(self):
        return (yield 'waits')


async def main(trace):
    async def stubborn():
        for _ in range(2):
            try:
                await Suspend()
            except GeneratorExit:
                trace('ignored')

    async def answers():
        try:
            await Suspend()
        except GeneratorExit:
            return 'a result that close returns'

    async def fails():
        try:
            await Suspend()
        finally:
            raise ValueError('instead')

    for work in (stubborn, answers, fails):
        coroutine = work()
        coroutine.send(None)
        try:
            trace('close', coroutine.close())
        except (RuntimeError, ValueError) as error:
            trace('raised', error)
        trace('close', coroutine.close())
