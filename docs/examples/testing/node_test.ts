import * as asyncio from 'asyncio-ts';
import assert from 'node:assert/strict';
import { test as nodeTest } from 'node:test';
import { wrap_test } from 'asyncio-ts/testing';

const test = wrap_test(nodeTest);

test('a lock is passed on after an hour', async () => {
  const loop = asyncio.get_running_loop();
  const lock = new asyncio.Lock();
  await lock.acquire();
  loop.call_later(3600, () => lock.release());
  await lock.acquire();
  assert.equal(loop.time(), 3600);
});

test('the same in generator style', function* () {
  const loop = asyncio.get_running_loop();
  const lock = new asyncio.Lock();
  yield* lock.acquire();
  loop.call_later(3600, () => lock.release());
  yield* lock.acquire();
  assert.equal(loop.time(), 3600);
});
