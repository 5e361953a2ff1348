/** A limit of one second can take three: it waits until the work has cleaned up. */
import * as asyncio from 'asyncio-ts';

const session = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(60);
  } finally {
    await asyncio.sleep(2);
    console.log('goodbye is said');
  }
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  try {
    await asyncio.wait_for(session(), 1);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`given up after ${(loop.time() - started).toFixed(1)} s`);
  }
});

await asyncio.run(main());
