// A clause can't take groups, nor what is no exception class; it is asked only when there is something left.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const handle = (label: string, kind: unknown, thrown: Error, before: asyncio.StarTypes = asyncio.OSError): void => {
    try {
      asyncio.except_star(
        thrown,
        [before, (group) => trace('before', group)],
        [kind as asyncio.StarTypes, (group) => trace('never', group)],
      );
    } catch (left) {
      trace(label, left, (left as asyncio.Exception).__context__);
    }
  };

  const { ExceptionGroup, BaseExceptionGroup, ValueError } = asyncio;
  handle('groups', ExceptionGroup, new ExceptionGroup('eg', [new ValueError(1)]));
  handle('base groups', BaseExceptionGroup, new ValueError(1));
  handle('among others', [ValueError, ExceptionGroup], new ValueError(1));
  handle('a number', 5, new ValueError(1));
  handle('no class', new ValueError(2), new ValueError(1));
  handle('another class', Number, new ExceptionGroup('eg', [new ValueError(1)]));
  handle('nothing left', 5, new ExceptionGroup('eg', [new ValueError(1)]), ValueError);
  handle('no classes', [], new ValueError(1));
});
