import * as asyncio from 'asyncio-ts';

function add_up(stop: number) {
  let sum = 0;
  for (let number = 0; number < stop; number++) sum += number;
  return sum;
}

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(asyncio.to_thread(add_up, 1_000_000));
  let turns = 0;
  while (!task.done()) {
    turns += 1;
    await asyncio.sleep(0.001);
  }
  console.log(`the sum is ${await task}`);
  console.log(`meanwhile the loop ${turns > 0 ? 'went on' : 'stood still'}`);
});

await asyncio.run(main());
