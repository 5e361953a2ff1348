# Failures in groups within groups: each group waits for its own, and the errors keep the nesting.
import asyncio


async def main(trace):
    async def fails(name, seconds):
        await asyncio.sleep(seconds)
        raise ValueError(name)

    async def stubborn(name, seconds):
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            await asyncio.sleep(seconds)
            raise KeyError(name)

    async def inner(name, seconds):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fails(f'{name} in a task', seconds))
                group.create_task(stubborn(f'{name} stubborn', 1))
        finally:
            trace(name, 'is left', group)

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(inner('left', 1))
            outer.create_task(inner('right', 5))
            async with asyncio.TaskGroup() as third:
                third.create_task(stubborn('third', 2))
    except* KeyError as error:
        trace('stubborn', error)
    except* ValueError as error:
        trace('values', error)
    trace('requests', asyncio.current_task().cancelling())
