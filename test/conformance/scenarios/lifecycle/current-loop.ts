// set_event_loop sets the loop that is taken outside of a running one.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();
  const other = newLoop();

  const inside = asyncio.coroutine(async () => {
    trace('inside', asyncio.get_event_loop() === loop, new asyncio.Future().get_loop() === loop);
    asyncio.set_event_loop(other);
    trace('inside', asyncio.get_event_loop() === loop);
  });

  asyncio.set_event_loop(loop);
  trace('set', asyncio.get_event_loop() === loop, new asyncio.Future().get_loop() === loop);
  await loop.run_until_complete(inside());
  trace('other', asyncio.get_event_loop() === other);
  asyncio.set_event_loop(null);
  for (const attempt of [() => asyncio.get_event_loop(), () => new asyncio.Future()]) {
    try {
      attempt();
    } catch (error) {
      trace('none', error);
    }
  }
  try {
    asyncio.set_event_loop(42 as never);
  } catch (error) {
    trace('refused', error);
  }
  loop.close();
  other.close();
};
