/** As long as something comes, the limit is moved: only silence counts. */
import * as asyncio from 'asyncio-ts';

let started = 0;

const receive = asyncio.coroutine(async (scope: asyncio.Timeout) => {
  const loop = asyncio.get_running_loop();
  for (const delay of [0.5, 0.8, 0.9, 5]) {
    await asyncio.sleep(delay);
    console.log(`${(loop.time() - started).toFixed(1)} s: a piece has come`);
    scope.reschedule(loop.time() + 1);
  }
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  started = loop.time();
  try {
    await asyncio.async_with(asyncio.timeout(1), async (scope) => {
      await receive(scope);
    });
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`${(loop.time() - started).toFixed(1)} s: silence for a second`);
  }
});

await asyncio.run(main());
