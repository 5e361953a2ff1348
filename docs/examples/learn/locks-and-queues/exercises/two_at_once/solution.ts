import * as asyncio from 'asyncio-ts';

let busy = 0;

const download = asyncio.coroutine(async (name: string) => {
  busy += 1;
  console.log(`${name} begins, ${busy} at work`);
  await asyncio.sleep(1);
  busy -= 1;
  if (name === 'b') throw new asyncio.OSError('b is not there');
});

const limited = asyncio.coroutine(async (limit: asyncio.Semaphore, name: string) => {
  await asyncio.async_with(limit, async () => {
    await download(name);
  });
});

const main = asyncio.coroutine(async () => {
  const limit = new asyncio.Semaphore(2);
  await asyncio.gather(...[...'abcdef'].map((name) => limited(limit, name)), { return_exceptions: true });
  console.log('end');
});

await asyncio.run(main());
