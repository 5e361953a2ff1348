# What a handler is told: the keys of its context say what the report is about.
import asyncio


def program(trace, new_loop):
    kept = []

    def handler(loop, context):
        keys = [key for key in sorted(context) if not key.endswith('_traceback')]
        trace('handler', keys, context['message'], context.get('exception'))

    def bad():
        raise ValueError('callback')

    async def leftover():
        try:
            await asyncio.sleep(5)
        finally:
            raise ValueError('shutdown')

    async def generates():
        try:
            yield 1
        finally:
            raise ValueError('generator')

    async def main():
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(handler)
        loop.call_soon(bad)
        loop.call_later(0.25, bad)
        future = loop.create_future()
        future.add_done_callback(lambda f: bad())
        future.set_result(None)
        kept.append(generates())
        await anext(kept[0])
        kept.append(asyncio.create_task(leftover(), name='leftover'))
        await asyncio.sleep(0.5)

    asyncio.run(main(), loop_factory=new_loop)
