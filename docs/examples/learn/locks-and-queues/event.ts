/** An event is a flag that many can wait for. Once it's set, nobody waits any more. */
import * as asyncio from 'asyncio-ts';

const runner = asyncio.coroutine(async (name: string, start: asyncio.Event) => {
  console.log(`${name} is ready`);
  await start.wait();
  console.log(`${name} runs`);
});

const main = asyncio.coroutine(async () => {
  const start = new asyncio.Event();
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(runner('Ada', start));
    group.create_task(runner('Grace', start));
    await asyncio.sleep(1);
    console.log('go!');
    start.set();
  });
  await runner('Late Linus', start);
});

await asyncio.run(main());
