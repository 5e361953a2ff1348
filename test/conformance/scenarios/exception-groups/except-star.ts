// Each clause takes its part of what is left, in the order of the clauses; the rest goes on.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const handle = (label: string, thrown: Error): void => {
    try {
      try {
        throw thrown;
      } catch (error) {
        asyncio.except_star(
          error,
          [[asyncio.KeyError, asyncio.TypeError], (group) => trace('first', group)],
          [asyncio.LookupError, (group) => trace('second', group)],
          [asyncio.KeyError, (group) => trace('never', group)],
          [asyncio.OSError, (group) => trace('third', group)],
        );
      }
      trace(label);
    } catch (left) {
      trace(label, left, left === thrown);
    }
  };

  const { ExceptionGroup, KeyError, IndexError, ConnectionError, TypeError, ValueError, OSError } = asyncio;
  handle(
    'all taken',
    new ExceptionGroup('eg', [new KeyError(1), new IndexError(2), new ConnectionError(3), new TypeError(4)]),
  );
  handle('nothing taken', new ExceptionGroup('eg', [new ValueError(1), new asyncio.ZeroDivisionError(2)]));
  const inner = new ExceptionGroup('in', [new KeyError(2), new asyncio.RuntimeError(3)]);
  handle('some left', new ExceptionGroup('eg', [new ValueError(1), inner, new OSError(4)]));
  handle(
    'not in order',
    new asyncio.BaseExceptionGroup('eg', [new asyncio.TimeoutError(), new asyncio.CancelledError(), new KeyError(1)]),
  );
  handle('single', new KeyError('single'));
  handle('a single one that is left', new ValueError('single'));
  handle('cancelled', new asyncio.CancelledError('single'));
});
