// A full queue holds its producer back; one without limit lets it run ahead.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const produce = asyncio.coroutine(async function produce(queue: asyncio.Queue<number>) {
    for (let number = 0; number < 4; number++) {
      await queue.put(number);
      trace('put', number);
    }
  });

  const consume = asyncio.coroutine(async function consume(queue: asyncio.Queue<number>) {
    for (let i = 0; i < 4; i++) {
      trace('got', await queue.get());
      await asyncio.sleep(1);
    }
  });

  for (const maxsize of [1, 2, 0]) {
    trace('maxsize', maxsize);
    const queue = new asyncio.Queue<number>(maxsize);
    await asyncio.gather(produce(queue), consume(queue));
  }
});
