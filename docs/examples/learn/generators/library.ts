import * as asyncio from 'asyncio-ts';

const boil = asyncio.coroutine(function* (name: string, seconds: number) {
  console.log(`${name} is on`);
  yield* asyncio.sleep(seconds);
  console.log(`${name} boils`);
});

const main = asyncio.coroutine(function* () {
  yield* asyncio.gather(boil('tea', 3), boil('coffee', 2));
});

await asyncio.run(main());
