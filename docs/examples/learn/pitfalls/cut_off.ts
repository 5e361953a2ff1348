/** When main() has ended, asyncio.run() cancels whatever is left. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

const background = new Set<asyncio.Task<void>>();

async function save(what: string) {
  try {
    console.log(`${what}: saving`);
    await asyncio.sleep(1);
    console.log(`${what}: saved`);
  } catch (error) {
    if (error instanceof asyncio.CancelledError) console.log(`${what}: cut off`);
    throw error;
  }
}

async function main() {
  background.add(asyncio.create_task(save('the letter')));
  await asyncio.sleep(0.5);
  console.log('main() ends');
}

await asyncio.run(main());
