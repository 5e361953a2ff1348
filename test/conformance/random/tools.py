# What a random program finds on Python's side, and how it is run: the same as in tools.ts. See there.
import asyncio
import contextvars

TIME = 20
ROUNDS = 20

# What a program leaves is not collected while it runs: when that happens depends on who counts references.
kept = None


def let_go():
    """To be called between programs, where no loop runs: what is collected may go on a little."""
    global kept
    kept = None



def outcome(future):
    if not future.done():
        return 'pending'
    if future.cancelled():
        return 'cancelled'
    return future.exception() or future.result()


def name(future):
    return future.get_name() if isinstance(future, asyncio.Task) else 'future'


class Tools:
    def __init__(self, trace):
        self.trace = trace
        self.tasks = []
        self.functions = []
        self.futures = []

    def keep(self, future, function):
        self.tasks.append(future)
        self.functions.append(function)

    def later(self, function, which):
        behind = [task for task, its in zip(self.tasks, self.functions) if its > function] or self.futures
        return behind[which % len(behind)]

    def names(self, futures):
        return [name(future) for future in futures]

    def sorted_names(self, tasks):
        # By length first: the numbers in names count on from program to program, and then they are in their order.
        return sorted(self.names(tasks), key=lambda name: (len(name), name))

    def milliseconds(self, when):
        return None if when is None else round(when * 1000)

    def begins(self, function):
        self.trace(function, asyncio.current_task().get_name())

    def settle(self, future):
        self.trace('settle', future.done())
        if not future.done():
            future.set_result('settled')

    def cancel(self, task):
        self.trace('tied', task.cancel('tied'))

    def own_handler(self, loop, context):
        self.trace('handler', sorted(context), context.get('message'), context.get('exception'))

    def failing_handler(self, loop, context):
        self.own_handler(loop, context)
        if 'handle' in context or 'label' in context:
            raise ValueError('handler')

    def call_handler(self, label):
        context = {'message': 'called', 'label': label, 'exception': ValueError(label)}
        asyncio.get_running_loop().call_exception_handler(context)


async def settled(tasks, timeout):
    loop = asyncio.get_running_loop()
    over = loop.create_future()

    def one_done(_):
        if not over.done() and all(task.done() for task in tasks):
            over.set_result(None)

    for task in tasks:
        task.add_done_callback(one_done)
    timer = loop.call_later(timeout, over.set_result, None)
    await over
    timer.cancel()


async def main(trace):
    global kept
    kept = tools = Tools(trace)
    first = define(trace, tools)
    tools.keep(asyncio.create_task(first(), name='main', eager_start=False), 0)
    await settled(tools.tasks[:1], TIME)
    trace('over')
    for _ in range(ROUNDS):
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        if not left:
            break
        trace('left', tools.names(left))
        for task in left:
            task.cancel('over')
        await settled(left, 5)
    for task in tools.tasks:
        trace('end', name(task), outcome(task), task.cancelling() if isinstance(task, asyncio.Task) else None)
