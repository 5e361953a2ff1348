'use asyncio';
import * as asyncio from 'asyncio-ts';

async function double(number: number) {
  await asyncio.sleep(1);
  return 2 * number;
}

async function main() {
  const [four, six] = await asyncio.gather(double(2), double(3));
  console.log(`${four} and ${six}`);
}

await asyncio.run(main());
