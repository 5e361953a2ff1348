// A sentinel that each worker puts back ends them all.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<number | null>(2);
  const STOP = null;

  const produce = asyncio.coroutine(async function produce() {
    for (let number = 0; number < 5; number++) {
      await queue.put(number);
      trace('put', number, queue.qsize());
    }
    await queue.put(STOP);
  });

  const consume = asyncio.coroutine(async function consume(name: string) {
    let total = 0;
    for (let item = await queue.get(); item !== STOP; item = await queue.get()) {
      total += item;
      trace(name, item);
      await asyncio.sleep(1);
    }
    await queue.put(STOP);
    return total;
  });

  trace('totals', await asyncio.gather(consume('a'), consume('b'), produce()));
  trace('left', asyncio.str(queue));
});
