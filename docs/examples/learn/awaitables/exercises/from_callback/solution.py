import asyncio


def ask(question, callback):
    """A library of the old kind: it calls back when the answer is there."""
    asyncio.get_running_loop().call_later(1, callback, f'the answer to {question}')


async def ask_async(question):
    answer = asyncio.get_running_loop().create_future()
    ask(question, answer.set_result)
    return await answer


async def main():
    print(await ask_async('life'))


asyncio.run(main())
