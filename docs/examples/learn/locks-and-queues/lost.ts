/** One thread, and a race: between reading and writing others had a turn. */
import * as asyncio from 'asyncio-ts';

let stock = 10;

const sell = asyncio.coroutine(async (amount: number) => {
  const before = stock;
  await asyncio.sleep(0.1); // the database answers
  stock = before - amount;
});

const sell_safely = asyncio.coroutine(async (lock: asyncio.Lock, amount: number) => {
  await asyncio.async_with(lock, async () => {
    await sell(amount);
  });
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(sell(1), sell(2), sell(3));
  console.log(`without a lock: ${stock} are left`);

  stock = 10;
  const lock = new asyncio.Lock();
  await asyncio.gather(...[1, 2, 3].map((amount) => sell_safely(lock, amount)));
  console.log(`with a lock: ${stock} are left`);
});

await asyncio.run(main());
