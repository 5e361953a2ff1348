# A task can be awaited by many and many times; each gets the same result or the same exception.
import asyncio


async def main(trace):
    async def good():
        await asyncio.sleep(0.5)
        return ['a list']

    async def bad():
        await asyncio.sleep(0.5)
        raise ValueError('bad')

    async def ask(task):
        try:
            return await task
        except ValueError as error:
            return error

    for work in (good, bad):
        task = asyncio.create_task(work())
        answers = await asyncio.gather(ask(task), ask(task), ask(task))
        again = await ask(task)
        trace('answers', answers, all(answer is again for answer in answers))
