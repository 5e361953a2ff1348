# The signature of a function names its parameters with their kinds and defaults; of a method, without self.
import inspect


async def main(trace):
    def plain(a, b=1, *args):
        pass

    async def work(name, delay=0.5, done=True):
        pass

    async def letters(first='a'):
        yield first

    class Worker:
        def __init__(self, name, size=None):
            pass

        async def method(self, value, limit=-1):
            pass

    for each in (plain, work, letters, Worker, Worker('w').method, lambda: None, lambda x: x):
        signature = inspect.signature(each)
        trace('signature', str(signature))
        trace('parameters', [parameter.name for parameter in signature.parameters.values()])
    parameters = inspect.signature(plain).parameters
    trace('kinds', [parameter.kind.name for parameter in parameters.values()])
    trace('default', parameters['b'].default, parameters['a'].default is inspect.Parameter.empty)
    trace('repr', parameters['b'], inspect.signature(plain))
    for wrong in (42, None, 'text'):
        try:
            inspect.signature(wrong)
        except TypeError as error:
            trace('refused', error)
