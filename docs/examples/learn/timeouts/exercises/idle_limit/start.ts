import * as asyncio from 'asyncio-ts';

const PAUSES = [0.5, 0.8, 0.9, 5]; // before each piece; the last one is too long

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      for (const [number, pause] of PAUSES.entries()) {
        await asyncio.sleep(pause);
        console.log(`piece ${number + 1}`);
      }
    });
    console.log('complete');
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('the sender is silent');
  }
});

await asyncio.run(main());
