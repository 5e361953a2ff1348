"""Log records that say for which request they are: a context variable, and the task's name."""

import asyncio
import logging
import sys
from contextvars import ContextVar

request = ContextVar('request', default='-')


class Formatter(logging.Formatter):
    def format(self, record):
        return f'{record.levelname} [{request.get()}] {record.taskName}: {record.getMessage()}'


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Formatter())
log = logging.getLogger('shop')
log.addHandler(handler)
log.setLevel(logging.INFO)


async def pay(amount):
    await asyncio.sleep(0.1)
    log.info('paid %d', amount)


async def serve(number):
    request.set(f'request {number}')
    log.debug('nobody sees this')
    await pay(number * 10)


async def main():
    log.warning('we open')
    async with asyncio.TaskGroup() as group:
        for number in [1, 2]:
            group.create_task(serve(number), name=f'serve-{number}')


asyncio.run(main())
