import * as asyncio from 'asyncio-ts';
import { expect, test as vitest } from 'vitest';
import { wrap_test } from 'asyncio-ts/testing';

const test = wrap_test(vitest);

test.each([1, 60])('sleeps for %d seconds', async (delay) => {
  await asyncio.sleep(delay);
  expect(asyncio.get_running_loop().time()).toBe(delay);
});
