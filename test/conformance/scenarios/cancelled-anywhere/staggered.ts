// Cancelled at every turn: races with staggered starts.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const { staggered_race } = asyncio.staggered;

  const racer = (name: string, seconds: number, fails = false): (() => asyncio.Coroutine<string>) =>
    asyncio.coroutine(async () => {
      trace(name, 'starts');
      try {
        await asyncio.sleep(seconds);
      } catch (error) {
        trace(name, error);
        throw error;
      }
      if (fails) throw new asyncio.ValueError(name);
      return name;
    });

  const victim = asyncio.coroutine(async function victim() {
    trace('won', ...(await staggered_race([racer('a', 3), racer('b', 1), racer('c', 2)], 1)));
    trace('lost', ...(await staggered_race([racer('d', 1, true), racer('e', 0, true)], null)));
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', ...(await staggered_race([racer('f', 0)], 1)));
  });

  return [victim, others, afterwards];
};
