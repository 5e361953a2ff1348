import * as asyncio from 'asyncio-ts';

const sleeper = asyncio.coroutine(async (name: string, delay: number, times: number) => {
  for (let turn = 1; turn <= times; turn++) {
    await asyncio.sleep(delay);
    console.log(`${name} ${turn}`);
  }
});

const main = asyncio.coroutine(async () => {
  const quick = asyncio.create_task(sleeper('quick', 1, 4), { name: 'quick' });
  const slow = asyncio.create_task(sleeper('  slow', 2, 2), { name: 'slow' });
  await quick;
  await slow;
});

await asyncio.run(main());
