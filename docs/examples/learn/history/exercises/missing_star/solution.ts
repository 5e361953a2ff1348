import * as asyncio from 'asyncio-ts';

const step = asyncio.coroutine(function* (name: string) {
  console.log(`${name} begins`);
  yield* asyncio.sleep(1);
  return name.toUpperCase();
});

const main = asyncio.coroutine(function* () {
  const first = yield* step('first');
  const second = yield* step('second');
  console.log(`${first} and ${second}`);
});

await asyncio.run(main());
