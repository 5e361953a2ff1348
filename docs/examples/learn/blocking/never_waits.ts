import * as asyncio from 'asyncio-ts';

const order: string[] = [];

const never_waits = asyncio.coroutine(async () => 1);
const note = asyncio.coroutine(async () => void order.push('other'));

const main = asyncio.coroutine(async () => {
  const other = asyncio.create_task(note());
  await never_waits();
  order.push('behind a coroutine that never waits');
  await asyncio.sleep(0);
  order.push('behind sleep(0)');
  await other;
});

await asyncio.run(main());
order; // => ['behind a coroutine that never waits', 'other', 'behind sleep(0)']
