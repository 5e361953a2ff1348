// Exceptions show their class and arguments; their str is their message.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const bytes = (text: string): Uint8Array => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));
  const errors: Error[] = [
    new asyncio.ValueError(),
    new asyncio.ValueError('text'),
    new asyncio.ValueError("it's", 2, null),
    new asyncio.KeyError('key'),
    new asyncio.KeyError(),
    new asyncio.CancelledError(),
    new asyncio.CancelledError('message'),
    new asyncio.InvalidStateError('state'),
    new asyncio.TimeoutError(),
    new asyncio.QueueEmpty(),
    new asyncio.QueueFull(),
    new asyncio.QueueShutDown(),
    new asyncio.BrokenBarrierError('broken'),
    new asyncio.IncompleteReadError(bytes('abc'), 10),
    new asyncio.IncompleteReadError(bytes(''), null),
    new asyncio.LimitOverrunError('too long', 7),
    new asyncio.OSError(1234, 'Odd'),
    new asyncio.OSError(1234, 'Odd', 'name'),
    new asyncio.OSError('text'),
    new asyncio.StopIteration(1),
    new asyncio.StopAsyncIteration(),
    new asyncio.SystemExit(),
    new asyncio.SystemExit(2),
    new asyncio.ExceptionGroup('group', [
      new asyncio.ValueError(1),
      new asyncio.ExceptionGroup('inner', [new asyncio.KeyError('k'), new asyncio.TypeError()]),
    ]),
    new asyncio.BaseExceptionGroup('base', [new asyncio.CancelledError()]),
  ];
  for (const error of errors) {
    trace('repr', error);
    trace('str', asyncio.str(error));
  }
});
