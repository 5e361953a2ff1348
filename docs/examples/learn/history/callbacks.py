import asyncio

loop = asyncio.new_event_loop()


def fetch_number(name, callback):
    loop.call_later(1, callback, len(name))


# "Add the two numbers", torn into three functions.
def got_first(first):
    fetch_number('second', lambda second: got_second(first, second))


def got_second(first, second):
    print(f'the sum is {first + second}')
    loop.stop()


loop.call_soon(fetch_number, 'first', got_first)
loop.run_forever()
loop.close()
