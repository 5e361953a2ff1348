import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const setUp = (level: string) => {
    (globalThis as { level?: string }).level = level;
  };
  const pool = new asyncio.concurrent.ThreadPoolExecutor(2, { initializer: setUp, initargs: ['debug'] });
  return await asyncio.async_with(pool, async () => {
    const loop = asyncio.get_running_loop();
    return await loop.run_in_executor(pool, () => (globalThis as { level?: string }).level);
  });
});

await asyncio.run(main()); // => 'debug'
