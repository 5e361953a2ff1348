/** Python 3.5: "async def" replaces the decorator, "await" replaces "yield from". */
import * as asyncio from 'asyncio-ts';

const func1 = asyncio.coroutine(async (x: number) => {
  console.log(`func1(${x}) sleeps two seconds`);
  await asyncio.sleep(2);
  console.log(`func1(${x}) is awake`);
  return x + 1;
});

// Python 3.5 needed no such line: get_event_loop() made the first loop by itself.
asyncio.set_event_loop(asyncio.new_event_loop());

const loop = asyncio.get_event_loop();
const started = loop.time();
const result = await loop.run_until_complete(func1(1));
console.log(`result ${result} after ${(loop.time() - started).toFixed(1)} s`);
loop.close();
