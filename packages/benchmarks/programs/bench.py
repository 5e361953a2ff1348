"""The twin of support/measure.ts and support/wrapped.ts: `python program.py COUNT WARM_UP [uvloop]`."""

import asyncio
import gc
import json
import os
import resource
import sys
import time

COUNT = int(sys.argv[1])
WARM_UP = int(sys.argv[2])


def _instant():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, time.perf_counter()


def _rss():
    with open('/proc/self/statm') as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def check(done, expected):
    if done != expected:
        raise RuntimeError(f'{done} operations were done instead of {expected}')


def _run(main):
    factory = None
    if 'uvloop' in sys.argv:
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(main())


def bench(work):
    """Runs `work` in a loop, first for warmth, then measured. It returns how many operations it has done."""

    async def main():
        check(await work(WARM_UP), WARM_UP)
        cpu, wall = _instant()
        done = await work(COUNT)
        cpu_end, wall_end = _instant()
        check(done, COUNT)
        print(json.dumps({'cpu': cpu_end - cpu, 'wall': wall_end - wall}))

    _run(main)


def bench_memory(work):
    """Measures the memory that `work` has taken when it comes back."""

    async def main():
        gc.collect()
        before = _rss()
        check(await work(COUNT), COUNT)
        print(json.dumps({'rss': _rss() - before}), flush=True)
        os._exit(0)

    _run(main)
