import * as asyncio from 'asyncio-ts';

const double = asyncio.coroutine(async (number: number) => {
  console.log(`double(${number})`);
  await asyncio.sleep(1);
  return 2 * number;
});

const work = asyncio.coroutine(async () => {
  const four = await double(2);
  const eight = await double(four);
  return eight;
});

const loop = asyncio.new_event_loop();
console.log(`result ${await loop.run_until_complete(work())}`);
console.log(`after ${loop.time().toFixed(1)} s`);
loop.close();
