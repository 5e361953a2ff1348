// Cancelled at every turn: a task that reads asynchronous generators, to the end, in part, and by hand.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const generators: asyncio.AsyncGenerator<number>[] = [];

  const numbers = asyncio.asyncgen(async function* numbers(name: string, count: number) {
    try {
      for (let number = 0; number < count; number++) {
        await asyncio.sleep(0);
        yield number;
      }
    } catch (error) {
      if (error instanceof asyncio.CancelledError) trace(name, error);
      throw error;
    } finally {
      await asyncio.sleep(0);
      trace(name, 'cleaned up');
    }
  });

  const make = (name: string, count: number): asyncio.AsyncGenerator<number> => {
    const generator = numbers(name, count);
    generators.push(generator);
    return generator;
  };

  const victim = asyncio.coroutine(async function victim() {
    for await (const number of make('all', 2)) {
      trace('all', number);
      await asyncio.sleep(0);
    }
    const partly = make('partly', 3);
    for await (const number of partly) {
      trace('partly', number);
      if (number === 1) break;
    }
    await partly.aclose();
    const byHand = make('by hand', 2);
    trace('by hand', await byHand.__anext__());
    try {
      await byHand.athrow(new asyncio.ValueError('thrown'));
    } catch (error) {
      if (!(error instanceof asyncio.ValueError)) throw error;
      trace('by hand', error);
    }
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const generator of generators) await generator.aclose();
    for await (const number of make('afterwards', 1)) trace('afterwards', number);
  });

  return [victim, others, afterwards];
};
