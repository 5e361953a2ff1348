// An exception handler runs in the context of the handle or task that it is told about.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const handler = (_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): void => {
    trace('handler', context.message!.split(' at ')[0], variable.get());
    variable.set('set by the handler');
  };

  const bad = function bad(): void {
    variable.set('set by the callback');
    throw new asyncio.ValueError('bad');
  };

  loop.set_exception_handler(handler);
  variable.set('main');
  const context = asyncio.contextvars.copy_context();
  context.run(() => variable.set('given'));
  loop.call_soon(bad);
  loop.call_soon(bad, { context });
  variable.set('main again');
  await asyncio.sleep(0);
  trace('main', variable.get(), context.__getitem__(variable));
  loop.call_exception_handler({ message: 'by hand' });
  trace('main', variable.get());
});
