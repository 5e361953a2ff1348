/** A waiting coroutine is a small object, not a thread. Ten thousand are no trouble. */
import * as asyncio from 'asyncio-ts';

const COUNT = 10_000;

// The generator style again: of all styles it takes the least memory.
const sleeper = asyncio.coroutine(function* () {
  yield* asyncio.sleep(1);
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  const before = process.memoryUsage().heapUsed;

  const tasks = Array.from({ length: COUNT }, () => asyncio.create_task(sleeper()));
  await asyncio.sleep(0.5); // by now all of them have started and sleep
  const each = (process.memoryUsage().heapUsed - before) / COUNT;
  const waiting = asyncio.all_tasks().size - 1; // all but main itself
  console.log(`${waiting} coroutines sleep at once, ${(each / 1000).toFixed(1)} kB each`);

  for (const task of tasks) await task;
  console.log(`${COUNT} seconds of sleep took ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
