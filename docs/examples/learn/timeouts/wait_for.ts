import * as asyncio from 'asyncio-ts';

const answer = asyncio.coroutine(async () => {
  await asyncio.sleep(0.5);
  return 42;
});
const main = asyncio.coroutine(async () => await asyncio.wait_for(answer(), 1));
await asyncio.run(main()); // => 42
