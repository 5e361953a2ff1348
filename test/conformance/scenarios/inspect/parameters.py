# Parameters and signatures can be built by hand, compared and replaced; what makes no sense is refused.
import inspect


async def main(trace):
    Parameter, Signature = inspect.Parameter, inspect.Signature
    a = Parameter('a', Parameter.POSITIONAL_ONLY)
    b = Parameter('b', Parameter.POSITIONAL_OR_KEYWORD, default=2)
    rest = Parameter('rest', Parameter.VAR_POSITIONAL)
    key = Parameter('key', Parameter.KEYWORD_ONLY, default='k')
    more = Parameter('more', Parameter.VAR_KEYWORD)
    signature = Signature([a, b, rest, key, more])
    trace('signature', str(signature), [str(p) for p in signature.parameters.values()])
    trace('kinds', [str(p.kind) for p in signature.parameters.values()], a.kind < b.kind)
    trace('replaced', str(signature.replace(parameters=[a, key])), str(b.replace(name='c', default=None)))
    trace('equal', b == b.replace(), b == b.replace(default=3), signature == Signature([a, b, rest, key, more]))
    attempts = {
        'order': lambda: Signature([key, a]),
        'default': lambda: Signature([b, Parameter('c', Parameter.POSITIONAL_OR_KEYWORD)]),
        'twice': lambda: Signature([a, Parameter('a', Parameter.KEYWORD_ONLY)]),
        'name': lambda: Parameter('not a name', Parameter.KEYWORD_ONLY),
        'number': lambda: Parameter(1, Parameter.KEYWORD_ONLY),
        'kind': lambda: Parameter('x', 'kind'),
        'variadic': lambda: Parameter('x', Parameter.VAR_POSITIONAL, default=1),
    }
    for name, attempt in attempts.items():
        try:
            trace(name, attempt())
        except (ValueError, TypeError) as error:
            trace(name, error)
