# A result that is passed on by done callbacks takes a turn for each future.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(4)]
    turns = 0

    def count():
        nonlocal turns
        turns += 1
        if turns < 8:
            loop.call_soon(count)

    def pass_on(i):
        def callback(future):
            trace('passed on', i, turns)
            futures[i + 1].set_result(future.result() * 2)
        return callback

    for i in range(3):
        futures[i].add_done_callback(pass_on(i))
    loop.call_soon(count)
    futures[0].set_result(1)
    trace('got', await futures[3], turns)
