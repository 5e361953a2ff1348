# A cancellation in the iteration in which the awaited future ends wins over the result.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    async def work(name, future):
        try:
            trace(name, 'has', await future)
        except asyncio.CancelledError as error:
            trace(name, 'gets', error, future.cancelled())
            raise
        except ValueError as error:
            trace(name, 'gets', error)
            raise

    async def run(name, *actions):
        future = loop.create_future()
        task = asyncio.create_task(work(name, future))
        await asyncio.sleep(0)
        for action in actions:
            if action == 'cancel':
                trace(name, 'cancel', task.cancel('late'))
            elif action == 'result':
                if not future.done():
                    future.set_result('result')
            else:
                future.set_exception(ValueError('failed'))
        results = await asyncio.gather(task, return_exceptions=True)
        trace(name, 'ends', results, task.cancelled())

    await run('result first', 'result', 'cancel')
    await run('cancel first', 'cancel', 'result')
    await run('exception first', 'exception', 'cancel')
