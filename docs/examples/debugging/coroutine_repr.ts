import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async function work() {
  return 1;
});
const main = asyncio.coroutine(async () => {
  const result: unknown = work();
  return asyncio.repr(result).replace(/0x.*>/, '0x…>');
});
await asyncio.run(main()); // => '<coroutine object work at 0x…>'
