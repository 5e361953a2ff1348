import * as asyncio from 'asyncio-ts';

const double = asyncio.coroutine(function* (number: number) {
  console.log(`double(${number})`);
  yield* asyncio.sleep(1);
  return 2 * number;
});

const work = asyncio.coroutine(function* () {
  const four = yield* double(2);
  const eight = yield* double(four);
  return eight;
});

const loop = asyncio.new_event_loop();
console.log(`result ${await loop.run_until_complete(work())}`);
console.log(`after ${loop.time().toFixed(1)} s`);
loop.close();
