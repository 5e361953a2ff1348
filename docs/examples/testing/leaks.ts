import * as asyncio from 'asyncio-ts';
import { LeakError, async_test } from 'asyncio-ts/testing';

const forgetful = async_test(async () => {
  asyncio.create_task(asyncio.sleep(60), { name: 'left' });
  void asyncio.sleep(60);
  await asyncio.sleep(0);
});
const error: unknown = await forgetful().catch((raised: unknown) => raised);
error instanceof LeakError && error.leaks.map(({ kind }) => kind); // => ['task', 'coroutine']
