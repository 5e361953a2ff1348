import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const nap = async (seconds: number) => {
  await asyncio.sleep(seconds);
};

await bench(async (count) => {
  const results = await asyncio.gather(...Array.from({ length: count }, (_, i) => nap(2 + i * 1e-6)));
  return results.length;
});
