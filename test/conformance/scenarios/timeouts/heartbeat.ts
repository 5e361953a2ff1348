// A limit that is moved on at every sign of life ends the work when the signs stop.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const queue = new asyncio.Queue<string>();

  const listen = asyncio.coroutine(async function listen() {
    const heard: string[] = [];
    const scope = asyncio.timeout(2);
    try {
      await asyncio.async_with(scope, async () => {
        for (;;) {
          heard.push(await queue.get());
          scope.reschedule(loop.time() + 2);
          trace('heard', heard.at(-1), scope);
        }
      });
    } catch (error) {
      trace('silence', error, scope.when() === loop.time(), scope.expired());
    }
    return heard;
  });

  const signs: [number, string][] = [
    [1, 'a'],
    [2.5, 'b'],
    [4, 'c'],
    [6.5, 'too late'],
  ];
  for (const [when, sign] of signs) {
    loop.call_later(when, () => {
      queue.put_nowait(sign);
    });
  }
  trace('ended', await listen());
  const scope = asyncio.timeout(5);
  await asyncio.async_with(scope, async () => {
    loop.call_later(1, () => {
      scope.reschedule(null);
    });
    loop.call_later(2, () => {
      trace('by a callback', scope);
    });
    await asyncio.sleep(9);
  });
  trace('unlimited', scope);
});
