/** Only an await lets others run. A computation without one holds everybody up. */
import * as asyncio from 'asyncio-ts';

let turns = 0;

const bystander = asyncio.coroutine(async () => {
  while (true) {
    turns += 1;
    await asyncio.sleep(0); // nothing but: let the others run
  }
});

function count_primes(start: number, stop: number) {
  let count = 0;
  for (let number = Math.max(start, 2); number < stop; number++) {
    let divisor = 2;
    while (divisor * divisor <= number && number % divisor) divisor += 1;
    if (divisor * divisor > number) count += 1;
  }
  return count;
}

const greedy = asyncio.coroutine(async function greedy() {
  return count_primes(0, 100_000);
});

const polite = asyncio.coroutine(async function polite() {
  let count = 0;
  for (let start = 0; start < 100_000; start += 10_000) {
    count += count_primes(start, start + 10_000);
    await asyncio.sleep(0);
  }
  return count;
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(bystander());
  for (const compute of [greedy, polite]) {
    const before = turns;
    const primes = await compute();
    console.log(`${compute.name}: ${primes} primes, the bystander had ${turns - before} turns`);
  }
  task.cancel();
});

await asyncio.run(main());
