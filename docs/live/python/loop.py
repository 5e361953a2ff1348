"""Lets CPython's own event loop run in a worker of a page, where there are no sockets to wait for.

Pyodide's loop is the browser's, whose turns are not asyncio's. This one is asyncio's, and waits by sleeping: a worker may.
"""
import asyncio
import asyncio.events
import asyncio.runners
import time


class Nothing:
    """What a loop waits with between its timers, when there is nothing that could be ready earlier."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError('the program waits for something that can never happen')
        if timeout > 0:
            time.sleep(timeout)
        return []


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Nothing()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run_program(source):
    asyncio.events._set_running_loop(None)
    asyncio.events.new_event_loop = asyncio.new_event_loop = Loop
    asyncio.run = asyncio.runners.run = run
    exec(compile(source, 'program.py', 'exec'), {'__name__': '__main__', '__builtins__': __builtins__})


def run(main, *, debug=None, loop_factory=None):
    with asyncio.Runner(debug=debug, loop_factory=loop_factory or Loop) as runner:
        return runner.run(main)
