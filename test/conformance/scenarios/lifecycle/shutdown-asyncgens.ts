// shutdown_asyncgens closes the open generators at once; one begun afterwards is warned of.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const work = asyncio.asyncgen(async function* work(name: string, delay: number) {
    try {
      yield name;
      yield 'never';
    } finally {
      trace(name, 'cleans up');
      await asyncio.sleep(delay);
      trace(name, 'is clean');
    }
  });

  const begin = asyncio.coroutine(async (generator: asyncio.AsyncGenerator<string>) => await asyncio.anext(generator));

  const generators = [work('a', 0.5), work('b', 0.25), work('c', 0)];
  for (const generator of generators.slice(0, 2)) trace('first', await loop.run_until_complete(begin(generator)));
  await loop.run_until_complete(loop.shutdown_asyncgens());
  trace('shut down');
  trace('late', await loop.run_until_complete(begin(generators[2]!)));
  await loop.run_until_complete(generators[2]!.aclose());
  loop.close();
};
