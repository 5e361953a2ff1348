import * as asyncio from 'asyncio-ts';

const double = asyncio.coroutine(async (number: number) => {
  console.log(`double(${number})`);
  await asyncio.sleep(1);
  return 2 * number;
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  const tasks = [asyncio.create_task(double(2)), asyncio.create_task(double(4))];
  console.log(`results ${await tasks[0]} and ${await tasks[1]}`);
  console.log(`after ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
