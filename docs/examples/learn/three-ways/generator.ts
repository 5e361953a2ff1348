import * as asyncio from 'asyncio-ts';

const double = asyncio.coroutine(function* (number: number) {
  yield* asyncio.sleep(1);
  return 2 * number;
});

const main = asyncio.coroutine(function* () {
  const [four, six] = yield* asyncio.gather(double(2), double(3));
  console.log(`${four} and ${six}`);
});

await asyncio.run(main());
