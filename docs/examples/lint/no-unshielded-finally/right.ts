import * as asyncio from 'asyncio-ts';

const close = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
  console.log('closed');
});

const work = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(10);
  } finally {
    await asyncio.shield(close());
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  for (const seconds of [1, 0.5]) {
    await asyncio.sleep(seconds);
    task.cancel();
  }
  await asyncio.sleep(2);
  console.log('cancelled:', task.cancelled());
});

await asyncio.run(main());
