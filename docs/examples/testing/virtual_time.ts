import * as asyncio from 'asyncio-ts';
import { run_virtual_async } from 'asyncio-ts/testing';

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  try {
    await asyncio.wait_for(asyncio.sleep(7200), 3600);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
  }
  return loop.time();
});
await run_virtual_async(main()); // => 3600
