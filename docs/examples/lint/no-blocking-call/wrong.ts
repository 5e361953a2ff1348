import * as asyncio from 'asyncio-ts';

const tick = asyncio.coroutine(async () => {
  for (let number = 1; number <= 3; number += 1) {
    await asyncio.sleep(0.1);
    console.log(`tick ${number}`);
  }
});

const pause = asyncio.coroutine(async () => {
  const end = Date.now() + 500;
  while (Date.now() < end);
  console.log('half a second later');
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(tick(), pause());
});

await asyncio.run(main());
