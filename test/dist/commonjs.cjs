// The package as a CommonJS program sees it.
const assert = require('node:assert/strict');
const asyncio = require('asyncio-ts');
const { iscoroutinefunction } = require('asyncio-ts/inspect');
const { ContextVar } = require('asyncio-ts/contextvars');

const variable = new ContextVar('variable', { default: 1 });
const child = asyncio.coroutine(async () => {
  variable.set(2);
  await asyncio.sleep(0);
  return variable.get();
});
const main = asyncio.coroutine(async () => [await asyncio.create_task(child()), variable.get()]);

assert.ok(iscoroutinefunction(main));
asyncio.run(main()).then((result) => assert.deepEqual(result, [2, 1]));
