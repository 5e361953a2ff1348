import * as asyncio from 'asyncio-ts';

let waiting = 0;
let most = 0;

const client = asyncio.coroutine(async () => {
  waiting += 1;
  most = Math.max(most, waiting);
  await asyncio.sleep(1);
  waiting -= 1;
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  await asyncio.gather(...Array.from({ length: 1000 }, () => client()));
  console.log(`${most} waited at the same time`);
  console.log(`all done after ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
