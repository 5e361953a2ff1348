// The `str` of a group counts what is directly in it, its `repr` shows all.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  class Named extends asyncio.ExceptionGroup {}

  const leaf = new asyncio.ValueError("it's");
  const deeper = new asyncio.ExceptionGroup('deeper', [leaf]);
  const groups = [
    new asyncio.ExceptionGroup('one', [leaf]),
    new asyncio.ExceptionGroup('', [leaf, new asyncio.KeyError('k'), new asyncio.OSError('No such file')]),
    new asyncio.ExceptionGroup('outer', [
      new asyncio.ExceptionGroup('inner', [leaf, new asyncio.TypeError()]),
      new asyncio.RuntimeError('a', 2),
    ]),
    new Named('named', [new Named('inner', [leaf])]),
    new asyncio.BaseExceptionGroup('base', [new asyncio.SystemExit(1), new asyncio.CancelledError('message')]),
    new asyncio.ExceptionGroup('quotes " and \'', [new asyncio.ExceptionGroup('deep', [deeper])]),
  ];
  for (const group of groups) {
    trace(asyncio.str(group), group);
    trace('parts', group.message, [...group.exceptions], group.args.length, group.args[0]);
  }
  trace('in a list', groups.slice(0, 2));
});
