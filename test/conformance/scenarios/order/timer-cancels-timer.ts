// A timer that is cancelled by another of the same iteration doesn't run.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const timers = new Map<string, asyncio.TimerHandle>();

  const cancel = (name: string, other: string): void => {
    trace('run', name);
    timers.get(other)!.cancel();
    trace('cancelled', other, timers.get(other)!.cancelled());
  };

  timers.set('a', loop.call_at(0.5, cancel, 'a', 'c'));
  timers.set('b', loop.call_at(0.5, cancel, 'b', 'a'));
  timers.set('c', loop.call_at(0.5, cancel, 'c', 'b'));
  timers.set('d', loop.call_at(0.75, cancel, 'd', 'b'));
  await asyncio.sleep(1);
  return [...'abcd'].map((name) => timers.get(name)!.cancelled());
});
