import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(function* () {
  return yield* asyncio.sleep(0.01, 'done');
});

asyncio.run_sync(main()); // => 'done'
