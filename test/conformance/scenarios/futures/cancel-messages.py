# The message of a cancelled future is handed to each who asks.
import asyncio


async def main(trace):
    loop = asyncio.get_running_loop()

    def ask(question):
        try:
            question()
        except asyncio.CancelledError as error:
            return error

    for message in ([], ['text'], [42], [None]):
        future = loop.create_future()
        trace('cancel', future.cancel(*message))
        trace('errors', ask(future.result), ask(future.exception), ask(future.result))
        try:
            await future
        except asyncio.CancelledError as error:
            trace('awaited', error, list(error.args))
