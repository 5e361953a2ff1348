import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const child = await asyncio.create_subprocess_exec('sleep', '60');
  try {
    await asyncio.wait_for(child.wait(), 0.05);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    child.terminate();
  }
  return await child.wait();
});
await asyncio.run(main()); // => -15
