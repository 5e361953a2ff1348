/** Within the scope it's a cancellation; outside it's a TimeoutError. */
import * as asyncio from 'asyncio-ts';

const download = asyncio.coroutine(async () => {
  try {
    console.log('download starts');
    await asyncio.sleep(60);
  } catch (error) {
    if (error instanceof asyncio.CancelledError) console.log('download is stopped');
    throw error;
  }
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      await download();
      console.log('this line is never reached');
    });
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`too slow: given up after ${(loop.time() - started).toFixed(1)} s`);
  }
});

await asyncio.run(main());
