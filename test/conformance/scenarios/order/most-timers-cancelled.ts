// Of many timers most are cancelled: the others keep their order.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const ran: unknown[] = [];
  const append = (value: unknown): void => {
    ran.push(value);
  };
  const timers = Array.from({ length: 300 }, (_, i) => loop.call_later(((i * 37) % 300) / 8 + 1, append, i));
  timers.forEach((timer, i) => {
    if (i % 10 !== 0) timer.cancel();
  });
  await asyncio.sleep(10);
  trace('so far', ran);
  for (const i of [0, 50, 100, 150]) timers[i]!.cancel();
  const late = [loop.call_later(0.5, append, 'late'), loop.call_later(0.25, append, 'earlier')];
  late[0]!.cancel();
  await asyncio.sleep(50);
  trace('all', ran, ran.length);
});
