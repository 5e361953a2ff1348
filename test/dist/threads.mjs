// Workers begin with files of the package, and have the library that the program has.
import assert from 'node:assert/strict';
import * as asyncio from 'asyncio-ts';
import { importable, is_worker, ProcessPoolExecutor } from 'asyncio-ts/concurrent';

export const work = importable(
  import.meta.url,
  asyncio.coroutine(async function work(x) {
    await asyncio.sleep(0);
    if (x < 0) throw new asyncio.ValueError('negative');
    return x * 2;
  }),
);

const main = asyncio.coroutine(async () => {
  assert.equal(await asyncio.to_thread((x) => x + 1, 1), 2);
  assert.equal(await asyncio.to_thread(work, 21), 42);
  await assert.rejects(asyncio.to_promise(asyncio.to_thread(work, -1)), asyncio.ValueError);
  const pool = new ProcessPoolExecutor(1);
  assert.equal(await asyncio.get_running_loop().run_in_executor(pool, work, 4), 8);
  await pool.shutdown();
});

if (!is_worker()) await asyncio.run(main());
