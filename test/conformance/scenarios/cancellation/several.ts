// Tasks that are cancelled together get it in the order of the requests.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.sleep(5);
    } finally {
      trace(name);
    }
  });

  const tasks = new Map([...'abcd'].map((name) => [name, asyncio.create_task(work(name))]));
  await asyncio.sleep(0.5);
  for (const name of 'cadb') tasks.get(name)!.cancel();
  const results = await asyncio.gather(...tasks.values(), { return_exceptions: true });
  trace('results', results);
});
