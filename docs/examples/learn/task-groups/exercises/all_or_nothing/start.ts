import * as asyncio from 'asyncio-ts';

const send = asyncio.coroutine(async (file: string, duration: number) => {
  await asyncio.sleep(duration);
  if (file === 'b') throw new asyncio.OSError(`${file} can't be read`);
  console.log(`${file} is sent`);
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.gather(send('a', 1), send('b', 2), send('c', 3));
  } catch (error) {
    if (!(error instanceof asyncio.OSError)) throw error;
    console.log(`all or nothing: ${error.message}`);
  }
  await asyncio.sleep(2);
  console.log('end');
});

await asyncio.run(main());
