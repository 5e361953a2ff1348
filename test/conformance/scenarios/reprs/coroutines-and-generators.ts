// Coroutines and generators, and what a generator's methods return, show their kind and name.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work() {});

  const letters = asyncio.asyncgen(async function* letters() {
    yield 'a';
  });

  const coroutine = work();
  const generator = letters();
  trace('coroutine', coroutine);
  trace('generator', generator);
  trace('methods', generator.asend(null), generator.athrow(asyncio.ValueError), generator.aclose());
  trace('iterators', coroutine.__await__(), asyncio.get_running_loop().create_future().__await__());
  coroutine.close();
  trace('closed', coroutine);
  const sleeping = asyncio.sleep(1);
  trace('sleep', sleeping);
  sleeping.close();
  const gathering = asyncio.gather(work());
  trace('gather', gathering);
  await gathering;
  trace('gathered', gathering);
  const waiting = asyncio.wait_for(work(), 1);
  trace('wait_for', waiting);
  await waiting;
});
