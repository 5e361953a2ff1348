import * as asyncio from 'asyncio-ts';
import { settled } from '../support/outcomes';
const log: unknown[] = [];
async function plain(n: number) { log.push(['start', n]); try { const r = await asyncio.sleep(0.01, n); log.push(['slept', r]); await new Promise((r) => setTimeout(r, 5)); log.push('foreign'); await asyncio.sleep(0.01); return r; } catch (e) { log.push(asyncio.repr(e)); throw e; } }
test('generator style', async () => {
  const main = asyncio.coroutine(function* () { return yield* asyncio.await_(plain(1)); });
  console.log(await settled(asyncio.run(main())), log.splice(0));
});
test('wrapped', async () => {
  const main = asyncio.coroutine(async () => { return await plain(1); });
  console.log(await settled(asyncio.run(main())), log.splice(0));
});
test('generator cancel', async () => {
  const main = asyncio.coroutine(function* () { 
    const t = asyncio.create_task(asyncio.coroutine(function* () { return yield* asyncio.await_(plain(1)); })());
    yield* asyncio.sleep(0.005); t.cancel('x');
    return yield* t; });
  console.log(await settled(asyncio.run(main())), log.splice(0));
});
test('generator cancel foreign', async () => {
  const main = asyncio.coroutine(function* () { 
    const t = asyncio.create_task(asyncio.coroutine(function* () { return yield* asyncio.await_(new Promise((r) => setTimeout(r, 200))); })());
    yield* asyncio.sleep(0.005); t.cancel('x'); const s = asyncio.get_running_loop().time();
    try { return yield* t; } finally { log.push(asyncio.get_running_loop().time() - s) } });
  console.log(await settled(asyncio.run(main())), log.splice(0));
});
