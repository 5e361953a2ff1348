/** Two awaits, one after the other, take their times together; two tasks overlap. */
import * as asyncio from 'asyncio-ts';

const say_after = asyncio.coroutine(async (delay: number, what: string) => {
  await asyncio.sleep(delay);
  console.log(`  ${what}`);
});

const one_after_the_other = asyncio.coroutine(async () => {
  await say_after(1, 'hello');
  await say_after(1, 'world');
});

const overlapping = asyncio.coroutine(async () => {
  const task1 = asyncio.create_task(say_after(1, 'hello'));
  const task2 = asyncio.create_task(say_after(1, 'world'));
  await task1;
  await task2;
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();

  let started = loop.time();
  await one_after_the_other();
  console.log(`one after the other: ${(loop.time() - started).toFixed(1)} s`);

  started = loop.time();
  await overlapping();
  console.log(`as two tasks: ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
