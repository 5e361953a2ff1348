/** It works in the order that asyncio happens to take. explore() tries others. */
import * as asyncio from 'asyncio-ts';
import { SeedError, explore } from 'asyncio-ts/testing';

const main = asyncio.coroutine(async () => {
  const listeners: string[] = [];

  const listen = asyncio.coroutine(async () => {
    listeners.push('log');
  });

  const publish = asyncio.coroutine(async () => {
    if (listeners.length === 0) throw new asyncio.RuntimeError('nobody listens');
  });

  await asyncio.gather(listen(), publish());
});

await asyncio.run(main());
console.log('as it comes: no error');

try {
  await explore(main, { seeds: 20 });
} catch (error) {
  if (!(error instanceof SeedError)) throw error;
  console.log(`in another order: ${asyncio.repr(error.cause)}`);
}
