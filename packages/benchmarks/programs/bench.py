"""The twin of support/measure.ts and support/wrapped.ts: `python program.py COUNT WARM_UP SIZE LINE [uvloop]`."""

import asyncio
import gc
import json
import os
import resource
import sys
import time

COUNT = int(sys.argv[1])
WARM_UP = int(sys.argv[2])
SIZE = int(sys.argv[3])
LINE = int(sys.argv[4])
STRIDE = 7919


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


def _print(measurement):
    print(json.dumps(measurement), flush=True)


def _finish(measurement):
    _print(measurement)
    os._exit(0)


def bench(work, report=_print):
    """Runs `work` in a loop, first for warmth, then measured. It returns how many operations it has done."""

    async def main():
        check(await work(WARM_UP), WARM_UP)
        cpu, wall = _instant()
        done = await work(COUNT)
        cpu_end, wall_end = _instant()
        check(done, COUNT)
        report({'cpu': cpu_end - cpu, 'wall': wall_end - wall})

    _run(main)


def bench_memory(work):
    """Measures the memory that `work` has taken when it comes back."""

    async def main():
        gc.collect()
        before = _rss()
        check(await work(COUNT), COUNT)
        _finish({'rss': _rss() - before})

    _run(main)


def bench_cancellation(make, wait):
    """Cancels one of `SIZE` tasks that wait, in lines of `LINE`, again and again; a new one takes its place."""
    lines = [make() for _ in range(SIZE // LINE)]
    crowd = []

    async def work(count):
        while len(crowd) < SIZE:
            crowd.append(asyncio.create_task(wait(lines[len(crowd) // LINE])))
        await asyncio.sleep(0)
        done = 0
        for i in range(count):
            place = i * STRIDE % SIZE
            crowd[place].cancel()
            try:
                await crowd[place]
            except asyncio.CancelledError:
                done += 1
            crowd[place] = asyncio.create_task(wait(lines[place // LINE]))
        return done

    bench(work, _finish)


def print_start():
    """Prints the processor time that the process has taken: to be called when everything is imported."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _print({'cpu': usage.ru_utime + usage.ru_stime})
