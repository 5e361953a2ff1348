import * as asyncio from 'asyncio-ts';
import assert from 'node:assert/strict';
import { test as nodeTest } from 'node:test';
import { wrap_test } from 'asyncio-ts/testing';

const test = wrap_test(nodeTest);

test('a queue that is full holds the producer up', async () => {
  const queue = new asyncio.Queue<number>(1);
  await queue.put(1);
  await assert.rejects(async () => await asyncio.wait_for(queue.put(2), 60), asyncio.TimeoutError);
});
