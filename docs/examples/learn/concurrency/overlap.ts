import * as asyncio from 'asyncio-ts';

const say_after = asyncio.coroutine(async (delay: number, what: string) => {
  await asyncio.sleep(delay);
  console.log(`  ${what}`);
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();

  let started = loop.time();
  await say_after(2, 'hello');
  await say_after(1, 'world');
  console.log(`one after the other: ${(loop.time() - started).toFixed(1)} s`);

  started = loop.time();
  const hello = asyncio.create_task(say_after(2, 'hello'), { name: 'hello' });
  const world = asyncio.create_task(say_after(1, 'world'), { name: 'world' });
  await hello;
  await world;
  console.log(`as two tasks: ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
