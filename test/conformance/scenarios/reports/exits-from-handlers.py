# KeyboardInterrupt and SystemExit leave an exception handler and end the run.
def program(trace, new_loop):
    def bad():
        raise ValueError('bad')

    for error in (SystemExit(3), KeyboardInterrupt('stop'), GeneratorExit('reported')):
        def handler(loop, context):
            context.pop('source_traceback', None)
            trace('handler', context['message'].split('(')[0])
            if 'Unhandled' not in context['message']:
                raise error

        loop = new_loop()
        loop.set_exception_handler(handler)
        loop.call_soon(bad)
        loop.call_soon(trace, 'the next callback')
        loop.call_later(0.5, loop.stop)
        try:
            loop.run_forever()
            trace('ran')
        except BaseException as raised:
            trace('raised', raised, raised is error)
        loop.close()
