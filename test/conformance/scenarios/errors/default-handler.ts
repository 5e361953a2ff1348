// The default handler logs the message and everything else in the context, sorted.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.default_exception_handler({ message: 'only a message' });
  loop.default_exception_handler({ message: 'with more', zebra: [1], apple: 'text', future: loop.create_future() });
  loop.default_exception_handler({ message: 'with an exception', exception: new asyncio.ValueError('bad') });
  loop.default_exception_handler({ exception: new asyncio.ValueError('no message') });
  loop.default_exception_handler({ message: '' });
  loop.default_exception_handler({});
  trace('end');
});
