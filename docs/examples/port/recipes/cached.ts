/** A Map of promises would do it as well, but nobody could cancel them. Keep the task. */
import * as asyncio from 'asyncio-ts';

function cached<K, R>(work: (key: K) => asyncio.Coroutine<R>) {
  const tasks = new Map<K, asyncio.Task<R>>();

  return asyncio.coroutine(async (key: K) => {
    let task = tasks.get(key);
    if (task === undefined) {
      task = asyncio.create_task(work(key));
      tasks.set(key, task);
      task.add_done_callback((done) => {
        if (done.cancelled() || done.exception() !== null) tasks.delete(key);
      });
    }
    // Who is cancelled leaves the work to those who wait for it as well.
    return await asyncio.shield(task);
  });
}

const price = cached(
  asyncio.coroutine(async (name: string) => {
    console.log(`looking up ${name}`);
    await asyncio.sleep(1);
    return name.length * 10;
  }),
);

const main = asyncio.coroutine(async () => {
  console.log(asyncio.repr(await asyncio.gather(price('tea'), price('coffee'), price('tea'))));
  console.log(await price('coffee'));
});

await asyncio.run(main());
