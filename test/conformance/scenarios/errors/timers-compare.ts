// Timers compare by their time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (): void => {};

  const early = loop.call_at(0.5, callback);
  const late = loop.call_at(1.5, callback);
  const twin = loop.call_at(0.5, callback);
  trace('less', early.__lt__(late), late.__lt__(early), early.__lt__(twin), early.__le__(twin));
  trace('greater', early.__gt__(late), late.__gt__(early), early.__ge__(twin));
  trace('equal', early.__eq__(twin), early.__eq__(late), early.__eq__(early));
});
