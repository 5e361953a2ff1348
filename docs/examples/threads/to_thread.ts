import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const sum = (limit: number) => {
    let total = 0;
    for (let i = 1; i <= limit; i++) total += i;
    return total;
  };
  return await asyncio.gather(asyncio.to_thread(sum, 1_000_000), asyncio.to_thread(sum, 2_000_000));
});

await asyncio.run(main()); // => [500000500000, 2000001000000]
