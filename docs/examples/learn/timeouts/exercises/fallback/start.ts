import * as asyncio from 'asyncio-ts';

const ask = asyncio.coroutine(async (server: string, delay: number) => {
  await asyncio.sleep(delay);
  return server;
});

const main = asyncio.coroutine(async () => {
  let answer = 'nobody';
  await asyncio.async_with(asyncio.timeout(1), async () => {
    try {
      answer = await ask('primary', 5);
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      answer = await ask('backup', 0.5);
    }
  });
  console.log(`${answer} has answered`);
});

await asyncio.run(main());
