import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async (delayMs: number) => {
  const loop = asyncio.get_running_loop();
  const began = loop.time();
  await asyncio.sleep(0.5);
  await asyncio.sleep(delayMs / 1000);
  console.log(`${(loop.time() - began).toFixed(1)} s`);
});

await asyncio.run(main(1000));
