import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  let sum = 0;
  for (let step = 1; step <= 4; step++) {
    for (let number = 0; number < 1000; number++) sum += number;
    console.log(`step ${step} of 4`);
    await asyncio.sleep(0); // the others have their turn
  }
  return sum;
});

const progress = asyncio.coroutine(async () => {
  for (let turn = 1; turn <= 4; turn++) {
    console.log(`  the page is drawn`);
    await asyncio.sleep(0);
  }
});

const main = asyncio.coroutine(async () => {
  const [sum] = await asyncio.gather(work(), progress());
  console.log(`sum ${sum}`);
});

await asyncio.run(main());
