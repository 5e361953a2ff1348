import asyncio

loop = asyncio.new_event_loop()


def greet(name):
    print(f'hello {name}')


loop.call_soon(print, 'the loop runs')
loop.call_soon(greet, 'Ada')
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
