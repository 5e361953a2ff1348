import * as asyncio from 'asyncio-ts';

function count_primes(start: number, stop: number) {
  let count = 0;
  for (let number = Math.max(start, 2); number < stop; number++) {
    let divisor = 2;
    while (divisor * divisor <= number && number % divisor) divisor += 1;
    if (divisor * divisor > number) count += 1;
  }
  return count;
}

const part = asyncio.coroutine(async (start: number, stop: number) => {
  console.log(`from ${start}`);
  const count = count_primes(start, stop);
  console.log(`  ${count} primes below ${stop}`);
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(part(0, 1000), part(1000, 2000), part(2000, 3000));
});

await asyncio.run(main());
