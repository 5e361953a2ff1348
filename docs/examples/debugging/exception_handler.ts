import * as asyncio from 'asyncio-ts';

const seen: unknown[] = [];
const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => seen.push([context.message, asyncio.repr(context.exception)]));
  loop.call_soon(function work() {
    throw new asyncio.ValueError('x');
  });
  await asyncio.sleep(0);
});
await asyncio.run(main());
seen; // => [['Exception in callback work()', "ValueError('x')"]]
