// An exception handler that fails is reported together with what it was told.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const handler: asyncio.ExceptionHandler = (_loop, context) => {
    trace('handler', context.message);
    throw new asyncio.KeyError('in the handler');
  };

  loop.set_exception_handler(handler);
  loop.call_exception_handler({ message: 'by hand', number: 1 });
  trace('goes on');
});
