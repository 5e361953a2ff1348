/** A task that is cancelled before it has begun never begins. */
import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  try {
    console.log('work begins');
    await asyncio.sleep(1);
  } finally {
    console.log('work cleans up');
  }
});

const main = asyncio.coroutine(async () => {
  const early = asyncio.create_task(work());
  early.cancel();
  await asyncio.wait([early]);
  console.log(`early: ${early.cancelled() ? 'cancelled' : 'finished'}`);

  const late = asyncio.create_task(work());
  await late;
  console.log(`late: cancel() is ${late.cancel() ? 'heard' : 'too late'}`);
});

await asyncio.run(main());
