import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async function work() {
  await asyncio.sleep(1);
  return 'done';
});

const main = asyncio.coroutine(async () => {
  const coroutine = work();
  console.log(`coroutine: ${asyncio.inspect.getcoroutinestate(coroutine)}`);

  const task = asyncio.create_task(coroutine, { name: 'worker' });
  console.log(`task: ${asyncio.repr(task).slice(0, 30)}`);

  const future = asyncio.get_running_loop().create_future<string>();
  console.log(`future: ${asyncio.repr(future)}`);
  future.set_result('here');

  console.log(`await future: ${await future}`);
  console.log(`await task: ${await task}`);
  console.log(`coroutine: ${asyncio.inspect.getcoroutinestate(coroutine)}`);
  console.log(`future: ${asyncio.repr(future)}`);
});

await asyncio.run(main());
