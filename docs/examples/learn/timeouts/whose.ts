/** Whose TimeoutError is it? Ask the scope. */
import * as asyncio from 'asyncio-ts';

const connect = asyncio.coroutine(async (delay: number) => {
  await asyncio.sleep(delay);
  throw new asyncio.TimeoutError('the operating system has given up');
});

const attempt = asyncio.coroutine(async (delay: number) => {
  const scope = asyncio.timeout(1);
  try {
    await asyncio.async_with(scope, async () => {
      await connect(delay);
    });
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`our limit: ${scope.expired() ? 'yes' : 'no'}`);
    console.log(`  message: ${error.message || 'none'}`);
  }
});

const main = asyncio.coroutine(async () => {
  await attempt(0.5);
  await attempt(5);
});

await asyncio.run(main());
