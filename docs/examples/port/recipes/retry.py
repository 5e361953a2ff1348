"""tenacity's and backoff's work in ten lines: exponential backoff, as a decorator."""

import asyncio
import functools
import random


def retry(*errors, tries=4, delay=0.5, jitter=0.0):
    def decorate(work):
        @functools.wraps(work)
        async def wrapper(*args):
            for attempt in range(tries):
                try:
                    return await work(*args)
                except errors as error:
                    if attempt == tries - 1:
                        raise
                    pause = delay * 2**attempt + random.uniform(0, jitter)
                    print(f'{work.__name__}: {error}, again in {pause:.1f} s')
                    await asyncio.sleep(pause)

        return wrapper

    return decorate


answers = ['refused', 'refused', 'welcome']


@retry(ConnectionError, tries=3)
async def connect(host):
    answer = answers.pop(0)
    if answer == 'refused':
        raise ConnectionRefusedError(f'{host} has refused')
    return answer


async def main():
    print(await connect('example.org'))
    print(connect.__name__)


asyncio.run(main())
