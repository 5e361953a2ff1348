import * as asyncio from 'asyncio-ts';

const fetch_price = asyncio.coroutine(function* (item: string) {
  yield* asyncio.sleep(1);
  return item.length * 10;
});

const total = asyncio.coroutine(function* () {
  const bread = yield* fetch_price('bread');
  const butter = yield* fetch_price('butter');
  return bread + butter;
});

const loop = asyncio.new_event_loop();
console.log(`total ${await loop.run_until_complete(total())}`);
loop.close();
