import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  asyncio.sleep(1);
  console.log('at once');
});

await asyncio.run(main());
