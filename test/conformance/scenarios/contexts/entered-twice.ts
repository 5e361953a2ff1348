// A context can't be entered while it is entered.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const context = asyncio.contextvars.copy_context();

  const again = (): void => {
    try {
      context.run(trace, 'never');
    } catch (error) {
      const text = asyncio.str(error);
      trace('refused', text.startsWith('cannot enter context: <'), text.endsWith('is already entered'));
    }
  };

  context.run(again);
  context.run(trace, 'a second time is fine');
  loop.call_soon(again, { context });
  await asyncio.sleep(0);
});
