import * as asyncio from 'asyncio-ts';

let busy = 0;

const download = asyncio.coroutine(async (name: string) => {
  busy += 1;
  console.log(`${name} begins, ${busy} at work`);
  await asyncio.sleep(1);
  busy -= 1;
  if (name === 'b') throw new asyncio.OSError('b is not there');
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(...[...'abcdef'].map(download), { return_exceptions: true });
  console.log('end');
});

await asyncio.run(main());
