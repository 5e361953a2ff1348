'use asyncio';
import * as asyncio from 'asyncio-ts';

async function main() {
  try {
    await using _ = asyncio.timeout(1);
    await download();
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('too slow');
  }
}

async function download() {
  await asyncio.sleep(60);
}

await asyncio.run(main());
