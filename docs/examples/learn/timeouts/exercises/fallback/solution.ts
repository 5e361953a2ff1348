import * as asyncio from 'asyncio-ts';

const ask = asyncio.coroutine(async (server: string, delay: number) => {
  await asyncio.sleep(delay);
  return server;
});

const main = asyncio.coroutine(async () => {
  let answer: string;
  try {
    answer = await asyncio.wait_for(ask('primary', 5), 1);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    answer = await ask('backup', 0.5);
  }
  console.log(`${answer} has answered`);
});

await asyncio.run(main());
