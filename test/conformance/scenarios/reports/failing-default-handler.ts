// A default handler of one's own that fails is logged itself.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const fails = (context: asyncio.ExceptionContext): void => {
    trace('default', context.message);
    throw new asyncio.KeyError('default');
  };

  const custom = (_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): void => {
    trace('custom', context.message);
    throw new asyncio.ValueError('custom');
  };

  loop.default_exception_handler = fails;
  loop.call_exception_handler({ message: 'first' });
  loop.set_exception_handler(custom);
  loop.call_exception_handler({ message: 'second' });
  loop.set_exception_handler((its, context) => {
    its.default_exception_handler(context);
  });
  try {
    loop.call_exception_handler({ message: 'third' });
  } catch (error) {
    trace('raised', error);
  }
  trace('end');
});
