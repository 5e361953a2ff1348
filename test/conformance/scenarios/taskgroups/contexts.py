# A task of a group runs in a copy of the current context, or in the one that is given.
import asyncio
import contextvars


async def main(trace):
    variable = contextvars.ContextVar('variable', default='nothing')

    async def show(name):
        trace(name, variable.get())
        variable.set(name)

    variable.set('parent')
    context = contextvars.copy_context()
    context.run(variable.set, 'given')
    async with asyncio.TaskGroup() as group:
        group.create_task(show('a'))
        group.create_task(show('b'), context=context)
        variable.set('later')
        group.create_task(show('c'))
    trace('parent', variable.get(), context[variable])
