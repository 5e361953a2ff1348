"""Prints random calls of random signatures, and what CPython's inspect makes of them, as JSON: one case a line."""

import json
import random
from inspect import Parameter, Signature

KINDS = (0, 1, 2, 3, 4)


def random_signature():
    parameters = []
    names = iter('abcdefgh')
    has_default = False
    for kind in KINDS:
        if kind in (2, 4):
            if random.random() < 0.35:
                parameters.append(Parameter(next(names), kind))
            continue
        for _ in range(random.randint(0, 2)):
            has_default = has_default or random.random() < 0.3
            given = has_default if kind < 2 else random.random() < 0.5
            default = {'default': len(parameters) * 10} if given else {}
            parameters.append(Parameter(next(names), kind, **default))
    return Signature(parameters)


def call(bind, args, kwargs):
    try:
        bound = bind(*args, **kwargs)
    except TypeError as error:
        return str(error)
    before = [repr(bound), bound.args, bound.kwargs]
    bound.apply_defaults()
    return [*before, list(bound.arguments.items()), bound.args, bound.kwargs]


def case():
    signature = random_signature()
    parameters = list(signature.parameters.values())
    args = [100 + index for index in range(random.randint(0, 4))]
    names = [parameter.name for parameter in parameters] + ['z']
    kwargs = {name: 200 + ord(name) for name in random.sample(names, random.randint(0, min(3, len(names))))}
    return {
        'parameters': [
            [parameter.name, parameter.kind, *([] if parameter.default is Parameter.empty else [parameter.default])]
            for parameter in parameters
        ],
        'text': str(signature),
        'wide': signature.format(max_width=5),
        'args': args,
        'kwargs': kwargs,
        'bind': call(signature.bind, args, kwargs),
        'partial': call(signature.bind_partial, args, kwargs),
    }


random.seed(314)
print('[\n' + ',\n'.join(json.dumps(case()) for _ in range(250)) + '\n]')
