/** inspect tells what kind of function you hold, without calling it. */
import * as asyncio from 'asyncio-ts';

const { inspect } = asyncio;

function plain() {
  return 1;
}

function* generator() {
  yield 1;
}

const coroutine = asyncio.coroutine(async function coroutine() {
  return 1;
});

async function* async_generator() {
  yield 1;
}

console.log('                 iscoroutinefunction  isasyncgenfunction');
for (const fn of [plain, generator, coroutine, async_generator]) {
  const is_coroutine = String(inspect.iscoroutinefunction(fn));
  const is_async_generator = String(inspect.isasyncgenfunction(fn));
  console.log(`${fn.name.padEnd(16)} ${is_coroutine.padEnd(20)} ${is_async_generator}`);
}
