// A thousand timers, of which a third is cancelled, run by deadline and creation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const seen: number[] = [];
  let state = 12345;
  const timers: asyncio.TimerHandle[] = [];
  for (let number = 0; number < 1000; number++) {
    state = (state * 1103 + 12345) % 65536;
    timers.push(loop.call_later((state % 97) / 128, () => seen.push(number)));
  }
  timers.forEach((timer, number) => {
    if (number % 3 === 0) timer.cancel();
  });
  await asyncio.sleep(0.25);
  trace('a quarter', seen.length);
  timers.forEach((timer, number) => {
    if (number % 2 === 1) timer.cancel();
  });
  await asyncio.sleep(1);
  let digest = 0;
  for (const value of seen) digest = (digest * 31 + value) % 1000003;
  trace('digest', digest, seen.length);
});
