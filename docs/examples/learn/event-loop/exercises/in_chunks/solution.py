import asyncio

loop = asyncio.new_event_loop()


def count(start):
    print(start)
    print(start + 1)
    if start + 2 <= 6:
        loop.call_soon(count, start + 2)
    else:
        loop.stop()


loop.call_soon(count, 1)
loop.call_soon(print, '  somebody else')
loop.run_forever()
loop.close()
