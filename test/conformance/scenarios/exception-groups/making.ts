// A group of exceptions only is an `ExceptionGroup`, whichever class was asked for; what else a group refuses.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const make = (label: string, kind: typeof asyncio.BaseExceptionGroup, ...args: unknown[]): void => {
    try {
      const group = new (kind as new (...args: unknown[]) => asyncio.BaseExceptionGroup)(...args);
      trace(label, group.constructor.name, group instanceof asyncio.Exception, group);
    } catch (error) {
      trace(label, error);
    }
  };

  class Own extends asyncio.BaseException {}

  class Named extends asyncio.ExceptionGroup {}

  class BaseNamed extends asyncio.BaseExceptionGroup {}

  for (const kind of [asyncio.BaseExceptionGroup, asyncio.ExceptionGroup, BaseNamed, Named]) {
    make('exceptions', kind, 'eg', [new asyncio.ValueError(1), new asyncio.KeyError('k')]);
    make('others', kind, 'eg', [new asyncio.ValueError(1), new Own('own')]);
    make('cancelled', kind, 'eg', [new asyncio.CancelledError()]);
    make('groups', kind, 'eg', [new asyncio.ExceptionGroup('inner', [new asyncio.OSError('text')]), new Own()]);
  }
  make('nothing', asyncio.ExceptionGroup);
  make('no exceptions', asyncio.ExceptionGroup, 'eg');
  make('empty', asyncio.ExceptionGroup, 'eg', []);
  make('one more', asyncio.ExceptionGroup, 'eg', [new asyncio.ValueError(1)], 3);
  make('number', asyncio.ExceptionGroup, 5, [new asyncio.ValueError(1)]);
  make('no text', asyncio.ExceptionGroup, null, [new asyncio.ValueError(1)]);
  make('no sequence', asyncio.ExceptionGroup, 'eg', new asyncio.ValueError(1));
  make('a class', asyncio.ExceptionGroup, 'eg', [asyncio.ValueError]);
  make('text', asyncio.ExceptionGroup, 'eg', [new asyncio.ValueError(1), 'text']);
});
