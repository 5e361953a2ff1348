/** A task fails, and nobody looks at it. The loop says so, but late. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function check() {
  await asyncio.sleep(1);
  throw new asyncio.ValueError('the disk is full');
}

function report(_loop: unknown, context: { exception?: unknown }) {
  console.log(`reported: ${asyncio.repr(context.exception)}`);
}

async function main() {
  asyncio.get_running_loop().set_exception_handler(report);
  const task = asyncio.create_task(check());
  await asyncio.sleep(2);
  console.log(`the task is ${task.done() ? 'done' : 'at work'}, and main() ends`);
}

await asyncio.run(main());
