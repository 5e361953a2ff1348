import * as asyncio from 'asyncio-ts';

const numbers = asyncio.asyncgen(function* () {
  yield* asyncio.yield_(1);
});
