import * as asyncio from 'asyncio-ts';

let counter = 0;

const without_await = asyncio.coroutine(async () => {
  const seen = counter;
  counter = seen + 1;
});

const with_await = asyncio.coroutine(async () => {
  const seen = counter;
  await asyncio.sleep(0); // here others run
  counter = seen + 1;
});

const main = asyncio.coroutine(async () => {
  for (const add of [without_await, with_await]) {
    counter = 0;
    await asyncio.gather(...Array.from({ length: 100 }, () => add()));
    console.log(`100 coroutines added one each: ${counter}`);
  }
});

await asyncio.run(main());
