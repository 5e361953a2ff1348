import * as asyncio from 'asyncio-ts';

const fetch_price = asyncio.coroutine(function* (item: string) {
  yield* asyncio.sleep(1);
  return item.length;
});

const main = asyncio.coroutine(function* () {
  const tea = yield* fetch_price('tea');
  const coffee = yield* fetch_price('coffee');
  console.log(`together ${tea + coffee}`);
});

await asyncio.run(main());
