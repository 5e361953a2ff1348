/** Python 3.7: asyncio.run() makes the loop, runs the coroutine and closes the loop. */
import * as asyncio from 'asyncio-ts';

const func1 = asyncio.coroutine(async (x: number) => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  console.log(`func1(${x}) sleeps two seconds`);
  await asyncio.sleep(2);
  console.log(`func1(${x}) is awake after ${(loop.time() - started).toFixed(1)} s`);
  return x + 1;
});

const result = await asyncio.run(func1(1));
console.log(`result ${result}`);
