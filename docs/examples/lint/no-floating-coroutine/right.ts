import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
  console.log('a second later');
  await stepwise();
});

const stepwise = asyncio.coroutine(function* () {
  yield* asyncio.sleep(1);
  console.log('and another one');
});

await asyncio.run(main());
