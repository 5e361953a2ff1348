/** gather() raises at the first failure. The others go on, and nobody waits for them. */
import * as asyncio from 'asyncio-ts';

const part = asyncio.coroutine(async (number: number, duration: number) => {
  await asyncio.sleep(duration);
  if (number === 2) throw new asyncio.ValueError('part 2 is broken');
  console.log(`part ${number} is written`);
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.gather(part(1, 1), part(2, 2), part(3, 3));
  } catch (error) {
    if (!(error instanceof asyncio.ValueError)) throw error;
    console.log(`failed: ${error.message}`);
  }
  console.log('we remove the folder');
  await asyncio.sleep(2);
});

await asyncio.run(main());
