# A signature sorts the arguments of a call to its parameters, and refuses a call that doesn't fit.
import inspect


async def main(trace):
    def function(a, b=1, *args):
        pass

    signature = inspect.signature(function)
    bound = signature.bind(10)
    trace('bound', bound, bound.arguments)
    bound.apply_defaults()
    trace('defaults', bound, list(bound.args), bound.kwargs)
    trace('more', list(signature.bind(1, 2, 3, 4).args), signature.bind(b=2, a=1).arguments)
    trace('partial', signature.bind_partial(), signature.bind_partial(b=5).arguments)
    attempts = {
        'nothing': lambda: signature.bind(),
        'keyword': lambda: signature.bind(1, c=2),
        'twice': lambda: signature.bind(1, a=2),
        'too many': lambda: inspect.signature(lambda x: x).bind(1, 2),
        'none taken': lambda: inspect.signature(lambda: None).bind(1),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except TypeError as error:
            trace(name, error)
