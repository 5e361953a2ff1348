import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const add = (shared: Int32Array, times: number) => {
    for (let i = 0; i < times; i++) Atomics.add(shared, 0, 1);
  };
  await asyncio.gather(asyncio.to_thread(add, cells, 1000), asyncio.to_thread(add, cells, 1000));
  return cells[0];
});

await asyncio.run(main()); // => 2000
