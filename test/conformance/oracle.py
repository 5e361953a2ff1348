"""The oracle: runs a small asyncio program on virtual time and answers with its trace.

A program is Python source that defines either

    async def main(trace): ...              run by `asyncio.run`, on a virtual-time loop
    def program(trace, new_loop): ...       run as it stands; `new_loop()` makes virtual-time loops
    def program(trace, new_loop, interrupt): ...    the same; `interrupt()` is Ctrl-C
    def setup(trace): ...                   returns coroutine functions: (victim, others, afterwards)

The last form is run once for every turn of the loop: `victim` and `others` begin together, the victim is cancelled at
the end of the turn, and when both are over, `afterwards` shows that everything still works.

`trace('label', value, ...)` writes a line: the virtual time, the label as it is, the values by `repr`. What the loop's
default exception handler logs, warnings and other records of the `asyncio` logger are lines too, and the last line of
the timed part says what the program returned or raised.

Reports that CPython makes when an object is collected (never retrieved, never awaited, destroyed while pending) come at
a moment that belongs to the reference counter and not to asyncio. They stand, sorted, behind the timed part.

Two things that CPython leaves open are pinned: timers with equal deadlines run in the order of their creation, and sets
of tasks are iterated in the order of insertion.

Run as a script it answers requests, one JSON object a line: {"sources": […], "prelude": …, "debug": …, "collect": …} with
{"traces": [[…], …]}. The prelude is source that stands before each program, and must not keep what programs do. Without
"collect" the reports that wait for the collector are left out, which is much quicker.
"""
import ast
import asyncio
import asyncio.staggered
import functools
import gc
import inspect
import itertools
import json
import logging
import re
import signal
import sys
import warnings
import weakref

import _asyncio

if asyncio.Task is not _asyncio.Task or asyncio.Future is not _asyncio.Future:
    raise SystemExit('the oracle wants the C implementation of tasks and futures')

# A program that turns its loop this often has lost its way.
MOST_ITERATIONS = 200_000

COLLECTED = re.compile(
    r'was never retrieved|was never awaited|was destroyed but it is pending|unclosed event loop|unraisable'
)


class OrderedSet(set):
    """A set that is iterated in the order of insertion."""

    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        self.update(items)

    def __iter__(self):
        return iter(list(self._order))

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}' if self else 'set()'

    def add(self, item):
        super().add(item)
        self._order[item] = None

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def discard(self, item):
        super().discard(item)
        self._order.pop(item, None)

    def pop(self):
        for item in self._order:
            self.remove(item)
            return item
        raise KeyError('pop from an empty set')

    def clear(self):
        super().clear()
        self._order.clear()

    def copy(self):
        return OrderedSet(self)

    def __reduce__(self):
        return OrderedSet, (list(self),)


class TimerHandle(asyncio.TimerHandle):
    """A timer that remembers how many were made before it."""

    __slots__ = ('_order',)
    _orders = itertools.count()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._order = next(self._orders)


asyncio.events.TimerHandle = asyncio.TimerHandle = TimerHandle

# Code of these modules that says `set` finds this name before the built-in one.
asyncio.tasks.set = asyncio.taskgroups.set = asyncio.staggered.set = OrderedSet


class SetByName(ast.NodeTransformer):
    """Says `set([…])` where a set comprehension stands, so that it finds that name as well."""

    def visit_SetComp(self, node):
        self.generic_visit(node)
        items = ast.ListComp(elt=node.elt, generators=node.generators)
        return ast.Call(func=ast.Name(id='set', ctx=ast.Load()), args=[items], keywords=[])


def pin_comprehensions(module, name):
    tree = SetByName().visit(ast.parse(inspect.getsource(getattr(module, name))))
    exec(compile(ast.fix_missing_locations(tree), module.__file__, 'exec'), vars(module))


pin_comprehensions(asyncio.tasks, '_AsCompletedIterator')

_all_tasks = asyncio.all_tasks


def all_tasks(loop=None):
    if loop is None:
        loop = asyncio.get_running_loop()
    creation = getattr(loop, '_creation', {})
    return OrderedSet(sorted(_all_tasks(loop), key=lambda task: (creation.get(task, 1e9), task.get_name())))


asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks


class _Selector:
    """Stands where a loop waits for files: it only lets the time pass."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout):
        self._loop._advance(timeout)
        return ()


class VirtualTimeLoop(asyncio.BaseEventLoop):
    """A loop whose time starts at 0 and jumps to the next deadline when there is nothing else to do."""

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._iterations = 0
        self._clock_resolution = 1e-9
        self._selector = _Selector(self)
        self._at_turn = None
        self._creation = weakref.WeakKeyDictionary()
        self._created = itertools.count()
        self._asyncgens.data = OrderedSet()

    def time(self):
        return self._now

    def create_task(self, coro, **kwargs):
        # Taken first: a task that starts eagerly may make others.
        number = next(self._created)
        task = super().create_task(coro, **kwargs)
        self._creation.setdefault(task, number)
        return task

    def after_turns(self, turns, callback):
        self._at_turn = turns, callback

    def _run_once(self):
        super()._run_once()
        if self._at_turn is not None:
            turns, callback = self._at_turn
            self._at_turn = (turns - 1, callback) if turns > 1 else None
            if turns == 1:
                callback()

    def pending_timers(self):
        return sum(not handle._cancelled for handle in self._scheduled)

    def _advance(self, timeout):
        self._iterations += 1
        if self._iterations > MOST_ITERATIONS:
            raise SystemExit('the program turns in circles')
        if timeout is None:
            raise SystemExit('the program waits for something that can never happen')
        if timeout > 0:
            # Not `now + timeout`, which may miss the deadline by a rounding.
            self._now = self._scheduled[0]._when

    def _process_events(self, event_list):
        # This is called right before the loop moves timers that are due to the ready queue, in the order of its heap.
        # Done here they are in the order of (deadline, creation).
        end = self._now + self._clock_resolution
        due = [handle for handle in self._scheduled if handle._when < end]
        if not due:
            return
        self._scheduled = [handle for handle in self._scheduled if handle._when >= end]
        asyncio.base_events.heapq.heapify(self._scheduled)
        for handle in sorted(due, key=lambda handle: (handle._when, handle._order)):
            handle._scheduled = False
            self._ready.append(handle)

    def _write_to_self(self):
        pass


def number(value):
    text = repr(float(value))
    return text[:-2] if text.endswith('.0') else text


class Recorder(logging.Handler):
    """Collects the lines of one program."""

    def __init__(self, debug):
        super().__init__(logging.WARNING)
        self.debug = debug
        self.lines = []
        self.collected = []
        self.loop = None
        self.tasks_before = 0

    def new_loop(self):
        self.loop = VirtualTimeLoop()
        if self.debug:
            self.loop.set_debug(True)
        return self.loop

    def trace(self, *values):
        words = [value if i == 0 and type(value) is str else repr(value) for i, value in enumerate(values)]
        self.write(' '.join(words))

    def write(self, text):
        text = self.normalised(text)
        if COLLECTED.search(text):
            # The collector may have ended the coroutine before its task.
            self.collected.append(re.sub(r'\(\) (running|done)>', '()>', text))
        else:
            self.lines.append(f'{number(0 if self.loop is None else self.loop.time())} {text}')

    def normalised(self, text):
        # The stacks that debug mode adds to reports.
        text = re.sub(r'\n(\w+_traceback: )?\w+ created at \(most recent call last\):?(\n  [^\n]*)*', '', text)
        # A repr that was cut, with the place where the object was made at its end.
        text = re.sub(r'(<[^<>]{12}\.\.\.)[^<>]{0,13}:\d+>', r'\1>', text)
        text = re.sub(r'0x[0-9a-fA-F]+', '0x…', text)
        text = re.sub(r',? (defined |created )?at [^\s,>\]]+:\d+', '', text)
        text = re.sub(r'(\w+\.)*\w+\.<locals>\.', '', text)
        text = re.sub(r'\bTask-(\d+)', lambda match: f'Task-{int(match[1]) - self.tasks_before}', text)
        return text.replace('\n', ' | ')

    def emit(self, record):
        text = f'log {record.levelname}: {record.getMessage()}'
        if record.exc_info and record.exc_info[1] is not None:
            text += f'\nexc_info: {record.exc_info[1]!r}'
        self.write(text)

    def show_warning(self, message, category, *_args, **_kwargs):
        self.write(f'warning {category.__name__}: {message}')

    def show_unraisable(self, unraisable):
        self.write(f'unraisable {unraisable.err_msg}: {unraisable.exc_value!r}')


def interrupt():
    signal.raise_signal(signal.SIGINT)


async def _nothing():
    pass


# Longer than any program takes: who is not over by then hangs.
FOR_EVER = 1e6


def _outcome(task):
    if not task.done():
        return 'hangs'
    if task.cancelled():
        try:
            task.result()
        except asyncio.CancelledError as error:
            return repr(error)
    error = task.exception()
    return f'returned {task.result()!r}' if error is None else f'raised {error!r}'


async def _attempt(recorder, setup, turn):
    victim, others, afterwards = setup(recorder.trace)
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(others(), name='others'), loop.create_task(victim(), name='victim')]
    reached = False

    def cancel():
        nonlocal reached
        reached = tasks[1].cancel(f'turn {turn}')

    loop.after_turns(turn, cancel)
    over = loop.create_future()

    def task_done(_):
        if tasks[0].done() and tasks[1].done() and not over.done():
            over.set_result(None)

    for task in tasks:
        task.add_done_callback(task_done)
    limit = loop.call_later(FOR_EVER, over.cancel)
    try:
        await over
    except asyncio.CancelledError:
        pass
    limit.cancel()
    if not reached:
        recorder.write('not cancelled')
    for task in tasks:
        recorder.write(f'{task.get_name()} {_outcome(task)}, {task.cancelling()} requests')
    left = len(asyncio.all_tasks()) - 1
    if left or loop.pending_timers():
        recorder.write(f'left: {left} tasks, {loop.pending_timers()} timers')
    await afterwards()
    return reached


def _cancel_at_every_turn(recorder, setup):
    turn = 0
    reached = True
    while reached:
        turn += 1
        recorder.loop = None
        recorder.write(f'turn {turn}')
        reached = asyncio.run(
            _attempt(recorder, setup, turn), debug=recorder.debug or None, loop_factory=recorder.new_loop
        )
    return turn


def _tasks_made():
    """The number in the name of the last task: it counts on from program to program."""
    loop = VirtualTimeLoop()
    task = loop.create_task(_nothing())
    loop.run_until_complete(task)
    loop.close()
    return int(task.get_name().removeprefix('Task-'))


@functools.cache
def _names_of(prelude):
    """What a prelude defines. It is run once, for many programs."""
    namespace = {'__name__': 'scenario'}
    exec(compile(prelude, 'prelude.py', 'exec'), namespace)
    return namespace


def _run(recorder, prelude, source):
    namespace = _names_of(prelude) if prelude else {'__name__': 'scenario'}
    try:
        exec(compile(source, 'scenario.py', 'exec'), namespace)
        if 'program' in namespace:
            program = namespace['program']
            arguments = recorder.trace, recorder.new_loop, interrupt
            result = program(*arguments[:program.__code__.co_argcount])
        elif 'setup' in namespace:
            result = _cancel_at_every_turn(recorder, namespace['setup'])
        else:
            result = asyncio.run(
                namespace['main'](recorder.trace), debug=recorder.debug or None, loop_factory=recorder.new_loop
            )
        recorder.write(f'returned {result!r}')
    except BaseException as error:
        recorder.write(f'raised {error!r}')


# The collector runs once in so many programs that don't ask for it.
PROGRAMS_PER_COLLECTION = 200

_programs = itertools.count(1)


def trace_of(source, debug=False, collect=True, prelude=''):
    """The lines that the program writes."""
    asyncio._set_running_loop(None)
    recorder = Recorder(debug)
    recorder.tasks_before = _tasks_made()
    logger = logging.getLogger('asyncio')
    before = warnings.showwarning, sys.unraisablehook, logger.propagate
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        warnings.showwarning = recorder.show_warning
        sys.unraisablehook = recorder.show_unraisable
        logger.propagate = False
        logger.addHandler(recorder)
        if collect or next(_programs) % PROGRAMS_PER_COLLECTION == 0:
            gc.collect()
            # What earlier programs have left may have made tasks as it ended.
            recorder.tasks_before = _tasks_made()
        gc.disable()
        try:
            _run(recorder, prelude, source)
        finally:
            gc.enable()
            recorder.loop = None
            if collect:
                gc.collect()
            logger.removeHandler(recorder)
            warnings.showwarning, sys.unraisablehook, logger.propagate = before
    return recorder.lines + sorted(recorder.collected) if collect else recorder.lines


def answer(line):
    """The answer to a request, both as JSON."""
    request = json.loads(line)
    options = request['debug'], request['collect'], request['prelude']
    return json.dumps({'traces': [trace_of(source, *options) for source in request['sources']]}, ensure_ascii=False)


def serve():
    sys.stdin.reconfigure(encoding='utf-8')
    sys.stdout.reconfigure(encoding='utf-8')
    print(json.dumps({'version': sys.version.split()[0]}), flush=True)
    for line in sys.stdin:
        print(answer(line), flush=True)


if __name__ == '__main__' and sys.platform != 'emscripten':
    serve()
