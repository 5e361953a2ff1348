/** Each scope knows its own cancellation, and lets that of others through. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function step(name: string, duration: number, limit: number) {
  try {
    await using _ = asyncio.timeout(limit);
    await asyncio.sleep(duration);
    console.log(`${name}: done`);
  } catch (error) {
    if (error instanceof asyncio.TimeoutError) {
      console.log(`${name}: too slow, we go on without it`);
    } else {
      const cancelled = error instanceof asyncio.CancelledError;
      if (cancelled) console.log(`${name}: somebody else has no more time`);
      throw error;
    }
  }
}

async function main() {
  try {
    await using _ = asyncio.timeout(3);
    await step('fast', 0.5, 1);
    await step('slow', 5, 1);
    await step('late', 5, 10);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('main: the three seconds are over');
  }
}

await asyncio.run(main());
