# A group of exceptions only is an `ExceptionGroup`, whichever class was asked for; what else a group refuses.
import asyncio


async def main(trace):
    def make(label, kind, *args):
        try:
            group = kind(*args)
            trace(label, type(group).__name__, isinstance(group, Exception), group)
        except Exception as error:
            trace(label, error)

    class Own(BaseException):
        pass

    class Named(ExceptionGroup):
        pass

    class BaseNamed(BaseExceptionGroup):
        pass

    for kind in (BaseExceptionGroup, ExceptionGroup, BaseNamed, Named):
        make('exceptions', kind, 'eg', [ValueError(1), KeyError('k')])
        make('others', kind, 'eg', [ValueError(1), Own('own')])
        make('cancelled', kind, 'eg', [asyncio.CancelledError()])
        make('groups', kind, 'eg', [ExceptionGroup('inner', [OSError('text')]), Own()])
    make('nothing', ExceptionGroup)
    make('no exceptions', ExceptionGroup, 'eg')
    make('empty', ExceptionGroup, 'eg', [])
    make('one more', ExceptionGroup, 'eg', [ValueError(1)], 3)
    make('number', ExceptionGroup, 5, [ValueError(1)])
    make('no text', ExceptionGroup, None, [ValueError(1)])
    make('no sequence', ExceptionGroup, 'eg', ValueError(1))
    make('a class', ExceptionGroup, 'eg', [ValueError])
    make('text', ExceptionGroup, 'eg', [ValueError(1), 'text'])
