import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async (name: string, steps: number) => {
  for (let step = 1; step <= steps; step++) {
    console.log(`${name} ${step}`);
    await asyncio.sleep(0);
  }
});

const main = asyncio.coroutine(async () => {
  const a = asyncio.create_task(work('A', 2), { name: 'A' });
  const b = asyncio.create_task(work('  B', 3), { name: 'B' });
  console.log('main waits');
  await a;
  console.log('main has A');
  await b;
  console.log('main has B');
});

await asyncio.run(main());
