// aclose raises GeneratorExit at the place of the last yield, and waits for the clean-up.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.asyncgen(async function* (name: string) {
    try {
      yield 1;
      yield 2;
    } catch (error) {
      trace(name, 'is told', error);
      throw error;
    } finally {
      trace(name, 'cleans up');
      await asyncio.sleep(0.5);
      trace(name, 'is clean');
    }
  });

  const generator = work('begun');
  await asyncio.anext(generator);
  trace('close', (await generator.aclose()) ?? null);
  trace('again', (await generator.aclose()) ?? null);
  trace('over', await asyncio.anext(generator, 'nothing'));
  const unbegun = work('unbegun');
  trace('close', (await unbegun.aclose()) ?? null);
  trace('over', await asyncio.anext(unbegun, 'nothing'));
  const ended = work('ended');
  for await (const value of ended) trace('value', value);
  trace('close', (await ended.aclose()) ?? null);
});
