# Tasks of a group may await each other; a failure reaches the group once, the awaiting ones are cancelled.
import asyncio


async def main(trace):
    async def first():
        await asyncio.sleep(1)
        return 'result'

    async def second(task):
        try:
            value = await task
        except BaseException as error:
            trace('second sees', error)
            raise
        await asyncio.sleep(1)
        return f'{value} and more'

    async with asyncio.TaskGroup() as group:
        one = group.create_task(first())
        two = group.create_task(second(one))
        trace('in the body', await one, await two)

    async def fails():
        await asyncio.sleep(1)
        raise ValueError('once')

    try:
        async with asyncio.TaskGroup() as group:
            one = group.create_task(fails())
            two = group.create_task(second(one))
            try:
                await two
            except BaseException as error:
                trace('the body sees', error)
                raise
    except* ValueError as error:
        trace('the group', error, two.cancelled(), one.exception() is error.exceptions[0])
