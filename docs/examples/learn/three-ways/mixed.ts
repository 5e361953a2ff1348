import * as asyncio from 'asyncio-ts';

const innermost = asyncio.coroutine(function* () {
  yield* asyncio.sleep(1);
  return 'generator';
});

const middle = asyncio.coroutine(async () => {
  return `wrapped, ${await innermost()}`;
});

const outermost = asyncio.coroutine(function* () {
  const text = yield* middle();
  return `generator, ${text}`;
});

console.log(await asyncio.run(outermost()));
