// An awaitable of one's own that yields None gives up one turn for each.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Turns {
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }

  *__await__(): Generator<null, string, unknown> {
    for (let i = 0; i < this.count; i++) yield null;
    return `${String(this.count)} turns`;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turn = 0;

  const count = (): void => {
    turn += 1;
    if (turn < 8) loop.call_soon(count);
  };

  loop.call_soon(count);

  const work = asyncio.coroutine(async (turns: number) => {
    const begin = turn;
    trace(await asyncio.await_(new Turns(turns)), turn - begin);
  });

  await asyncio.gather(work(0), work(3), work(1));
});
