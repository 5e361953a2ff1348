/** The body belongs to the group: it's cancelled too when a task fails. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function watch() {
  await asyncio.sleep(1);
  throw new asyncio.OSError('the connection is lost');
}

async function main() {
  try {
    await using group = new asyncio.TaskGroup();
    group.create_task(watch());
    try {
      await asyncio.sleep(60);
    } finally {
      console.log('the body stops as well');
    }
  } catch (error) {
    asyncio.except_star(error, [
      asyncio.OSError,
      (errors) => console.log(`${errors.message}: ${errors.exceptions[0]!.message}`),
    ]);
  }
}

await asyncio.run(main());
