import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const never = new Promise<void>(() => undefined);
  const stopped: string[] = [];
  const work = asyncio.coroutine(async () => {
    await asyncio.wrap_future(never, { cancel: () => stopped.push('the work behind the promise') });
  });
  const task = asyncio.create_task(work());
  await asyncio.sleep(0.01);
  task.cancel();
  await asyncio.gather(task, { return_exceptions: true });
  return stopped;
});

await asyncio.run(main()); // => ['the work behind the promise']
