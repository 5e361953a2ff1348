# Clean-up that waits keeps its place in the order.
import asyncio


async def main(trace):
    async def work(name, fails):
        try:
            try:
                trace(name, 'body')
                await asyncio.sleep(0)
                if fails:
                    raise ValueError(name)
                return f'{name} returns'
            finally:
                trace(name, 'cleans up')
                await asyncio.sleep(0)
                trace(name, 'clean')
        finally:
            trace(name, 'outer')

    results = await asyncio.gather(work('a', False), work('b', True), return_exceptions=True)
    trace('results', results)
