import * as asyncio from 'asyncio-ts';

const ticker = asyncio.coroutine(async () => {
  try {
    for (let tick = 1; ; tick++) {
      console.log(`  tick ${tick}`);
      await asyncio.sleep(1);
    }
  } finally {
    console.log('  the ticker is cleaned up');
  }
});

let task: asyncio.Task<void>;

const begin = asyncio.coroutine(async () => {
  task = asyncio.create_task(ticker());
  return `begun: ${task.done() ? 'done' : 'pending'}`;
});

const work = asyncio.coroutine(async (name: string) => {
  await asyncio.sleep(1.2);
  return `${name} done`;
});

const runner = new asyncio.Runner();
console.log(await runner.run(begin()));
console.log(await runner.run(work('first')));
console.log(await runner.run(work('second')));
await runner.close();
console.log(`closed: ${task!.cancelled() ? 'cancelled' : 'pending'}`);
