# A context can't be entered while it is entered.
import asyncio
import contextvars


async def main(trace):
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()

    def again():
        try:
            context.run(trace, 'never')
        except RuntimeError as error:
            text = str(error)
            trace('refused', text.startswith('cannot enter context: <'), text.endswith('is already entered'))

    context.run(again)
    context.run(trace, 'a second time is fine')
    loop.call_soon(again, context=context)
    await asyncio.sleep(0)
