// search.ts
import * as asyncio from 'asyncio-ts';

const { importable } = asyncio.concurrent;

const report = importable(import.meta.url, function report(found: number) {
  console.log(`${found} so far`);
});

export const search = importable(import.meta.url, function search(limit: number) {
  let found = 0;
  for (let n = 2; n < limit; n++) {
    if (n % 1000 === 0) asyncio.main_loop().call_soon_threadsafe(report, found);
    if (n % 7 === 0) found++;
  }
  return found;
});
