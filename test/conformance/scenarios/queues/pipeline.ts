// Stages that are joined by queues work at the same time, each at its pace.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const source = asyncio.coroutine(async function source(out: asyncio.Queue<string>) {
    for (let number = 0; number < 4; number++) await out.put(String(number));
    out.shutdown();
    trace('source ends');
  });

  const stage = asyncio.coroutine(async function stage(
    name: string,
    seconds: number,
    into: asyncio.Queue<string>,
    out: asyncio.Queue<string>,
  ) {
    try {
      for (;;) {
        const item = await into.get();
        await asyncio.sleep(seconds);
        await out.put(`${item}${name}`);
      }
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
      out.shutdown();
      trace(`stage ${name} ends`);
    }
  });

  const sink = asyncio.coroutine(async function sink(into: asyncio.Queue<string>) {
    const items: string[] = [];
    for (;;) {
      try {
        items.push(await into.get());
      } catch (error) {
        if (!(error instanceof asyncio.QueueShutDown)) throw error;
        return items;
      }
      trace('arrived', items.at(-1));
    }
  });

  const [first, second, third] = [1, 1, 2].map((size) => new asyncio.Queue<string>(size)) as [
    asyncio.Queue<string>,
    asyncio.Queue<string>,
    asyncio.Queue<string>,
  ];
  const results = await asyncio.gather(
    source(first),
    stage('a', 1, first, second),
    stage('b', 2, second, third),
    sink(third),
  );
  trace('ended', results.at(-1));
});
