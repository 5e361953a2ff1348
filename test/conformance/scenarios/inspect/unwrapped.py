# unwrap follows __wrapped__ to the innermost function, and doesn't run in circles.
import inspect


async def main(trace):
    def work(value, delay=1):
        pass

    def outer(*args):
        pass

    def outermost(*args):
        pass

    outer.__wrapped__ = work
    outermost.__wrapped__ = outer
    trace('unwrapped', inspect.unwrap(outermost) is work, inspect.unwrap(work) is work)
    trace('stopped', inspect.unwrap(outermost, stop=lambda f: f is outer) is outer)
    trace('signature', str(inspect.signature(outermost)))
    trace('own', str(inspect.signature(outermost, follow_wrapped=False)))
    work.__wrapped__ = outermost
    try:
        inspect.unwrap(outermost)
    except ValueError as error:
        trace('circle', str(error).startswith('wrapper loop when unwrapping'))
