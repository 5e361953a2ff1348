import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(function* (name: string) {
  yield* asyncio.sleep(1);
  return name;
});

const main = asyncio.coroutine(async () => {
  console.log(await Promise.all([work('a'), work('b')]));
});

await asyncio.run(main());
