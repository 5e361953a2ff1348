# throw raises at the place where the coroutine waits; it may catch the error and go on.
class Suspend:
    def __await__(self):
        return (yield 'waits')


async def main(trace):
    async def inner(name):
        try:
            await Suspend()
        except ValueError as error:
            trace(name, 'catches', error)
        return await Suspend()

    async def outer(name):
        try:
            return await inner(name)
        except KeyError as error:
            trace(name, 'lets out', error)
            raise

    a = outer('a')
    trace('sent', a.send(None))
    trace('thrown', a.throw(ValueError('v')))
    try:
        a.throw(KeyError('k'))
    except KeyError as error:
        trace('came out', error)
    b = outer('b')
    b.send(None)
    trace('class', b.throw(ValueError))
    try:
        b.send('result')
    except StopIteration as error:
        trace('result', error.value)
    c = outer('c')
    try:
        c.throw(KeyError('unbegun'))
    except KeyError as error:
        trace('came out', error)
    for wrong in (42, 'text', None):
        try:
            outer('d').throw(wrong)
        except TypeError as error:
            trace('refused', error)
