import * as asyncio from 'asyncio-ts';

type Anything = asyncio.Awaitable<unknown>;
let turns = 0;

const bystander = asyncio.coroutine(async () => {
  for (; ; turns += 1) await asyncio.sleep(0);
});

const nothing_to_wait_for = asyncio.coroutine(async () => 1);
const measured = asyncio.coroutine(async (what: string, awaitable: Anything) => {
  const before = turns;
  await awaitable;
  console.log(`${what}: ${turns - before} turns for others`);
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(bystander());
  await asyncio.sleep(0);
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<number>();
  done.set_result(1);
  const later = loop.create_future<number>();
  loop.call_soon(() => later.set_result(1));

  await measured('a coroutine that never waits', nothing_to_wait_for());
  await measured('a future that is done', done);
  await measured('a future that a callback sets', later);
  await measured('sleep(0)', asyncio.sleep(0));
  await measured('a task', asyncio.create_task(nothing_to_wait_for()));
  task.cancel();
});

await asyncio.run(main());
