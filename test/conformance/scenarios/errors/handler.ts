// An exception handler takes the errors instead of the log; None brings the default one back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const handler: asyncio.ExceptionHandler = (itsLoop, context) => {
    const keys = Object.keys(context)
      .filter((key) => !key.endsWith('_traceback'))
      .sort();
    trace('handler', itsLoop === loop, keys, context.message, context.exception ?? null);
  };

  const bad = (): void => {
    throw new asyncio.ValueError('bad');
  };

  trace('at first', loop.get_exception_handler());
  loop.set_exception_handler(handler);
  trace('set', loop.get_exception_handler() === handler);
  loop.call_soon(bad);
  await asyncio.sleep(0);
  loop.call_exception_handler({ message: 'by hand', extra: 1 });
  loop.set_exception_handler(null);
  loop.call_soon(bad);
  await asyncio.sleep(0);
  for (const wrong of [42, 'text']) {
    try {
      loop.set_exception_handler(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
});
