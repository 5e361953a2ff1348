import * as asyncio from 'asyncio-ts';

const numbers = asyncio.coroutine(function* () {
  yield 1;
});

await asyncio.run(numbers());
