import * as asyncio from 'asyncio-ts';

const seen: string[] = [];
const work = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(60);
  } finally {
    seen.push('cleaned up');
  }
});
const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with([asyncio.timeout(1), new asyncio.TaskGroup()], async (_scope, group) => {
      group.create_task(work());
      group.create_task(work());
    });
  } catch (error) {
    seen.push(asyncio.repr(error));
  }
});
await asyncio.run(main());
seen; // => ['cleaned up', 'cleaned up', 'TimeoutError()']
