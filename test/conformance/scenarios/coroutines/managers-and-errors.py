# A manager may suppress the error of the body or put another in its place; one that can't be entered isn't left.
class Manager:
    def __init__(self, trace, name, enter=None, leave=None, answer=False):
        self.trace = trace
        self.name = name
        self.enter = enter
        self.leave = leave
        self.answer = answer

    async def __aenter__(self):
        if self.enter is not None:
            raise self.enter

    async def __aexit__(self, kind, error, traceback):
        self.trace(self.name, 'sees', error)
        if self.leave is not None:
            raise self.leave
        return self.answer


async def main(trace):
    async def attempt(label, *managers, error=ValueError('bad')):
        first, second = managers
        try:
            async with first, second:
                if error is not None:
                    raise error
                trace(label, 'body ends')
            trace(label, 'goes on')
        except Exception as caught:
            trace(label, 'raised', caught)

    await attempt('suppressed', Manager(trace, 'a'), Manager(trace, 'b', answer=True))
    await attempt('any true value', Manager(trace, 'a', answer='yes'), Manager(trace, 'b', answer=''))
    await attempt('replaced', Manager(trace, 'a'), Manager(trace, 'b', leave=KeyError('k')))
    await attempt('not entered', Manager(trace, 'a'), Manager(trace, 'b', enter=OSError('closed')))
    await attempt('entering suppressed', Manager(trace, 'a', answer=True), Manager(trace, 'b', enter=OSError('closed')))
    await attempt('good body', Manager(trace, 'a'), Manager(trace, 'b', leave=KeyError('k')), error=None)
