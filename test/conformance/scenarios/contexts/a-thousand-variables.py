# A context holds many variables; its copies keep the values of their time.
import asyncio
import contextvars


async def main(trace):
    variables = [contextvars.ContextVar(f'v{i}', default=-1) for i in range(1000)]
    for i, var in enumerate(variables):
        if i % 2 == 0:
            var.set(i)
    before = contextvars.copy_context()

    async def changes():
        for i, var in enumerate(variables):
            if i % 3 == 0:
                var.set(0)
        await asyncio.sleep(0.25)
        return [sum(var.get() for var in variables), len(contextvars.copy_context())]

    trace('inside', await asyncio.create_task(changes()))
    trace('outside', sum(var.get() for var in variables), len(before), sum(before.values()))
    tokens = [var.set(7) for var in variables]
    trace('set', sum(var.get() for var in variables), len(contextvars.copy_context()))
    for var, token in zip(variables, tokens):
        var.reset(token)
    trace('reset', sum(var.get() for var in variables), len(contextvars.copy_context()))
