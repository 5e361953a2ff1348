import { describe, expect, test } from 'vitest';
import * as asyncio from 'asyncio-ts';
import { wrap_test } from 'asyncio-ts/testing';
import { declare } from './declare';

declare({ describe, test });

wrap_test(test).each([
  [1, 'one'],
  [2, 'two'],
])('passes, a row of a table: %d, %s', async (delay: number, name: string) => {
  await asyncio.sleep(delay);
  expect(name).toBe(delay === 1 ? 'one' : 'two');
});

wrap_test(test.extend('delay', 5))('passes, a fixture', function* ({ delay }: { delay: number }) {
  yield* asyncio.sleep(delay);
  expect(asyncio.get_running_loop().time()).toBe(5);
});
