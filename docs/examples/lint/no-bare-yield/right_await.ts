import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(function* () {
  yield* asyncio.sleep(1);
  console.log('a second later');
});

await asyncio.run(main());
