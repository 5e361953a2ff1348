// An error of the generator reaches who iterates, and ends the generator.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const failing = asyncio.asyncgen(async function* () {
    yield 1;
    await asyncio.sleep(0.25);
    throw new asyncio.ValueError('broken');
  });

  const generator = failing();
  try {
    for await (const value of generator) trace('value', value);
  } catch (error) {
    trace('caught', error);
  }
  trace('over', await asyncio.anext(generator, 'default'));

  const stops = asyncio.asyncgen(async function* () {
    yield 1;
    throw new asyncio.StopAsyncIteration();
  });

  const iterates = asyncio.asyncgen(async function* () {
    yield 1;
    throw new asyncio.StopIteration();
  });

  for (const function_ of [stops, iterates]) {
    const broken = function_();
    await asyncio.anext(broken);
    try {
      await asyncio.anext(broken);
    } catch (error) {
      trace('caught', error, ((error as Error).cause as Error).name);
    }
  }
});
