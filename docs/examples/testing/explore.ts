import * as asyncio from 'asyncio-ts';
import { SeedError, explore } from 'asyncio-ts/testing';

const main = asyncio.coroutine(async () => {
  const stock = { apples: 1 };
  const buy = asyncio.coroutine(async (delay: number) => {
    if (stock.apples === 0) return 'sold out';
    await asyncio.sleep(delay); // Somebody else may look at the stock now.
    stock.apples -= 1;
    return 'bought';
  });
  const restock = asyncio.coroutine(async () => {
    await asyncio.sleep(1);
    if (stock.apples < 0) throw new asyncio.ValueError('sold twice');
    stock.apples += 1;
  });
  await asyncio.gather(restock(), buy(1), buy(1));
});

await asyncio.run(main()); // The order of asyncio hides it.
const error: unknown = await explore(main, { seeds: 50 }).catch((raised: unknown) => raised);
if (!(error instanceof SeedError)) throw error;
asyncio.repr(error.cause); // => "ValueError('sold twice')"

// The seed alone brings it again.
const again: unknown = await explore(main, { seeds: [error.seed] }).catch((raised: unknown) => raised);
again instanceof SeedError && again.seed === error.seed; // => true
