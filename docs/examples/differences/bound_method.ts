import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<number>();
  loop.call_soon(() => future.set_result(1)); // Python: loop.call_soon(future.set_result, 1)
  return await future;
});

await asyncio.run(main()); // => 1
