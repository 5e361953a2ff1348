/** An hour of waiting, tested in no time. */
import * as asyncio from 'asyncio-ts';
import { run_virtual_async } from 'asyncio-ts/testing';

/** Tries again after 1, 2, 4, … seconds, for an hour at most. */
const retry = asyncio.coroutine(async (attempt: () => asyncio.Coroutine<string>) => {
  return await asyncio.async_with(asyncio.timeout(3600), async () => {
    for (let pause = 1; ; pause *= 2) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof asyncio.OSError)) throw error;
        await asyncio.sleep(pause);
      }
    }
  });
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const times: number[] = [];
  const refuse = asyncio.coroutine(async () => {
    times.push(loop.time());
    throw new asyncio.OSError('refused');
  });
  try {
    await retry(refuse);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`tried at ${times.join(', ')}`);
    console.log(`given up at ${loop.time()}`);
  }
});

await run_virtual_async(main());
