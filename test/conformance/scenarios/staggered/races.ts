// The first that succeeds wins; the next one starts after a while, or when one fails.
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

  trace('first wins', await staggered_race([racer('a', 1), racer('b', 1)], 2));
  trace('second wins', await staggered_race([racer('a', 5), racer('b', 1), racer('c', 1)], 1));
  trace('a failure starts the next', await staggered_race([racer('a', 0, true), racer('b', 1), racer('c', 9)], 5));
  trace('all fail', await staggered_race([racer('a', 1, true), racer('b', 1, true)], 5));
  trace('no delay', await staggered_race([racer('a', 2), racer('b', 1), racer('c', 3)], 0));
  trace('one after another', await staggered_race([racer('a', 3, true), racer('b', 1)], null));
  trace('nobody', await staggered_race([], 1));
  trace('at once', await staggered_race([racer('a', 0), racer('b', 0)], 1));
  const keywords = { coro_fns: [racer('a', 0)].values(), delay: 1, loop: asyncio.get_running_loop() };
  trace('keywords', await staggered_race(keywords));
  const task = asyncio.create_task(staggered_race([racer('a', 5), racer('b', 5)], 1));
  await asyncio.sleep(2);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    trace('cancelled', error);
  }
});
