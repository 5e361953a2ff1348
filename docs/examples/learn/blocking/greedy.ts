import * as asyncio from 'asyncio-ts';

let turns = 0;

const bystander = asyncio.coroutine(async () => {
  while (true) {
    turns += 1;
    await asyncio.sleep(0); // nothing but: let the others run
  }
});

function add_up(start: number, stop: number) {
  let sum = 0;
  for (let number = start; number < stop; number++) sum += number;
  return sum;
}

const greedy = asyncio.coroutine(async () => add_up(0, 100_000));

const polite = asyncio.coroutine(async () => {
  let sum = 0;
  for (let start = 0; start < 100_000; start += 10_000) {
    sum += add_up(start, start + 10_000);
    await asyncio.sleep(0);
  }
  return sum;
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(bystander());
  await asyncio.sleep(0);
  let before = turns;
  console.log(`greedy: ${await greedy()}, the bystander had ${turns - before} turns`);
  before = turns;
  console.log(`polite: ${await polite()}, the bystander had ${turns - before} turns`);
  task.cancel();
});

await asyncio.run(main());
