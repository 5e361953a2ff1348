// gather is done one turn after its last child, and its own callbacks run one turn later.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turns = 0;

  const count = (): void => {
    turns += 1;
    loop.call_soon(count);
  };

  const work = asyncio.coroutine(async (number: number) => {
    for (let turn = 0; turn < number; turn++) await asyncio.sleep(0);
    trace('ends', number, turns);
  });

  loop.call_soon(count);
  const future = asyncio.gather(work(1), work(3), work(2));
  future.add_done_callback(() => trace('callback', turns));
  await future;
  trace('awaited', turns);
});
