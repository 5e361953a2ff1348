import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  await asyncio.sleep(1.5);
  return loop.time() - started;
});

await asyncio.run(main()); // => 1.5
