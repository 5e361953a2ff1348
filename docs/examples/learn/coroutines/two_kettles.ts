import * as asyncio from 'asyncio-ts';

const boil = asyncio.coroutine(async (name: string, seconds: number) => {
  console.log(`${name}: water is on`);
  await asyncio.sleep(seconds);
  console.log(`${name}: it boils`);
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  await asyncio.gather(boil('tea', 3), boil('coffee', 2));
  console.log(`both after ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
