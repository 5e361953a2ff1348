import * as asyncio from 'asyncio-ts';

const numbers = asyncio.asyncgen(function* () {
  yield* asyncio.yield_(1);
});

const main = asyncio.coroutine(async () => {
  for await (const number of numbers()) console.log(number);
});

await asyncio.run(main());
