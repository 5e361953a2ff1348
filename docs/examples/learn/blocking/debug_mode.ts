import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async function main() {
  const end = performance.now() + 150;
  while (performance.now() < end); // blocks for 150 milliseconds
});

await asyncio.run(main(), { debug: true });
