// An event that is set and cleared again and again: who is slow misses pulses.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const event = new asyncio.Event();

  const listen = asyncio.coroutine(async function listen(name: string, seconds: number) {
    for (let number = 0; number < 3; number++) {
      await event.wait();
      trace(name, number, event.is_set());
      await asyncio.sleep(seconds);
    }
    return name;
  });

  const pulse = asyncio.coroutine(async function pulse() {
    for (let i = 0; i < 7; i++) {
      await asyncio.sleep(1);
      event.set();
      event.clear();
    }
  });

  const beat = asyncio.create_task(pulse());
  trace('heard', await asyncio.gather(listen('quick', 0), listen('slow', 1.5)));
  beat.cancel();
  event.set();
  let turns = 0;

  const greedy = asyncio.coroutine(async function greedy() {
    for (let i = 0; i < 3; i++) {
      await event.wait();
      trace('set: no turn for others', turns);
    }
  });

  const other = asyncio.coroutine(async function other() {
    for (;;) {
      turns += 1;
      await asyncio.sleep(0);
    }
  });

  const task = asyncio.create_task(other());
  await greedy();
  task.cancel();
});
