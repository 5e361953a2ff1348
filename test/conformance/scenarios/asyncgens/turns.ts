// Asking a generator costs no loop turn unless it waits.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turns = 0;

  const count = (): void => {
    turns += 1;
    loop.call_soon(count);
  };

  const values = asyncio.asyncgen(async function* () {
    yield 'a';
    yield 'b';
    await asyncio.sleep(0);
    yield 'c';
  });

  loop.call_soon(count);
  for await (const value of values()) trace(value, turns);
  const generator = values();
  trace(await generator.asend(null), turns);
  await generator.aclose();
  trace('closed', turns);
});
