// Errors of the race itself: of the iterable, of functions that make no coroutine, of wrong arguments.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { staggered_race } = asyncio.staggered;

  const racer = (name: string, seconds: number, fails = false): (() => asyncio.Coroutine<string>) =>
    asyncio.coroutine(async function run() {
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

  const attempt = asyncio.coroutine(async function attempt(label: string, ...args: unknown[]) {
    try {
      trace(label, await staggered_race(...(args as [never, never])));
    } catch (error) {
      trace(label, error);
    }
  });

  function* failing(): Generator<() => asyncio.Coroutine<string>> {
    yield racer('a', 1, true);
    throw new asyncio.KeyError('iterable');
  }

  await attempt('iterable', failing(), 1);
  await attempt('no coroutine', [() => 5, racer('a', 0)], 1);
  await attempt('number', 5, 1);
  await attempt('missing', []);
  await attempt('unknown', [], 1, { delays: 2 });
  await attempt('wrong delay', [racer('a', 1), racer('b', 1)], 'x');
});
