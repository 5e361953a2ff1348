import asyncio

loop = asyncio.new_event_loop()


def turn(number):
    """Puts itself at the front of each turn, and so tells where one begins."""
    print(f'turn {number}')
    if number < 4:
        loop.call_soon(turn, number + 1)
    else:
        loop.stop()


def chain(left):
    print(f'  chain, {left} left')
    if left > 0:
        loop.call_soon(chain, left - 1)


loop.call_soon(turn, 1)
loop.call_soon(chain, 2)
loop.call_soon(print, '  once')
loop.run_forever()
loop.close()
