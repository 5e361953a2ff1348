import asyncio

loop = asyncio.new_event_loop()


def say(what):
    print(f'{loop.time():.1f} s: {what}')


loop.call_later(2, say, 'two seconds')
loop.call_later(1, say, 'one second')
loop.call_later(1, say, 'one second too, set later')
never = loop.call_later(1.5, say, 'never')
loop.call_soon(say, 'soon')
never.cancel()
loop.call_later(3, loop.stop)
loop.run_forever()
say('stopped')
loop.close()
