/** Calling a coroutine function runs nothing. It makes a coroutine object. */
import * as asyncio from 'asyncio-ts';

// The name after "function" is the one that is printed.
const func1 = asyncio.coroutine(async function func1(x: number) {
  console.log('now the body of func1 runs');
  return x + 1;
});

const coroutine = func1(1);
console.log(coroutine);
console.log(asyncio.inspect.getcoroutinestate(coroutine));

const result = await asyncio.run(coroutine);
console.log(`result ${result}`);
console.log(asyncio.inspect.getcoroutinestate(coroutine));

try {
  await asyncio.run(coroutine);
} catch (error) {
  if (!(error instanceof asyncio.RuntimeError)) throw error;
  console.log(`a second time: ${error.message}`);
}
