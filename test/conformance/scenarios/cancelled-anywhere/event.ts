// Cancelled at every turn: a task that waits for an event.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const event = new asyncio.Event();

  const victim = asyncio.coroutine(async function victim() {
    trace('victim', await event.wait());
    event.clear();
    trace('cleared');
    trace('victim', await event.wait());
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
    event.set();
    trace('set');
    await asyncio.sleep(0);
    await asyncio.sleep(0);
    event.set();
    trace('set again');
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.repr(event).split('[')[1]);
    event.set();
    trace('waited', await event.wait());
  });

  return [victim, others, afterwards];
};
