# A future is pending, then done for good: by a result, an exception or a cancellation.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def ask(label, question):
        try:
            trace(label, question())
        except (asyncio.InvalidStateError, asyncio.CancelledError, KeyError) as error:
            trace(label, 'raises', error)

    def finish(future, how):
        if how == 'result':
            future.set_result(['a result'])
        elif how == 'exception':
            future.set_exception(KeyError('k'))
        else:
            future.cancel('c')

    for how in ('result', 'exception', 'cancel'):
        future = loop.create_future()
        for label in ('before', 'after'):
            trace(f'{how} {label}', future.done(), future.cancelled())
            ask('result', future.result)
            ask('exception', future.exception)
            if label == 'before':
                finish(future, how)
        for again in ('result', 'exception'):
            ask(f'{how} then {again}', lambda: finish(future, again))
        trace('cancel', future.cancel())
