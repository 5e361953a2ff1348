# Exceptions show their class and arguments; their str is their message.
import asyncio


async def main(trace):
    errors = [
        ValueError(),
        ValueError('text'),
        ValueError("it's", 2, None),
        KeyError('key'),
        KeyError(),
        asyncio.CancelledError(),
        asyncio.CancelledError('message'),
        asyncio.InvalidStateError('state'),
        asyncio.TimeoutError(),
        asyncio.QueueEmpty(),
        asyncio.QueueFull(),
        asyncio.QueueShutDown(),
        asyncio.BrokenBarrierError('broken'),
        asyncio.IncompleteReadError(b'abc', 10),
        asyncio.IncompleteReadError(b'', None),
        asyncio.LimitOverrunError('too long', 7),
        OSError(1234, 'Odd'),
        OSError(1234, 'Odd', 'name'),
        OSError('text'),
        StopIteration(1),
        StopAsyncIteration(),
        SystemExit(),
        SystemExit(2),
        ExceptionGroup('group', [ValueError(1), ExceptionGroup('inner', [KeyError('k'), TypeError()])]),
        BaseExceptionGroup('base', [asyncio.CancelledError()]),
    ]
    for error in errors:
        trace('repr', error)
        trace('str', str(error))
