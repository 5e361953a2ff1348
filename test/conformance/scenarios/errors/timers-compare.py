# Timers compare by their time.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def callback():
        pass

    early = loop.call_at(0.5, callback)
    late = loop.call_at(1.5, callback)
    twin = loop.call_at(0.5, callback)
    trace('less', early < late, late < early, early < twin, early <= twin)
    trace('greater', early > late, late > early, early >= twin)
    trace('equal', early == twin, early == late, early == early)
