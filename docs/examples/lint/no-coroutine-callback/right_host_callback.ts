import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(0.1);
  console.log('done');
});

setTimeout(asyncio.host_callback(work), 100);

await asyncio.run(asyncio.sleep(0.5));
