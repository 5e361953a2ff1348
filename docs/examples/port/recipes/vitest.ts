import * as asyncio from 'asyncio-ts';
import { test as vitest } from 'vitest';
import { wrap_test } from 'asyncio-ts/testing';

const test = wrap_test(vitest);

test('waits', async () => {
  await asyncio.async_with(asyncio.timeout(60), async () => {
    await asyncio.sleep(30);
  });
});
