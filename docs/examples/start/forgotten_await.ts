import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
});

const main = asyncio.coroutine(async () => {
  work(); // nobody awaits it: a RuntimeWarning says so
});

await asyncio.run(main());
