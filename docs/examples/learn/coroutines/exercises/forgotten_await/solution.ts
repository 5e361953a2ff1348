import * as asyncio from 'asyncio-ts';

const greet = asyncio.coroutine(async (name: string) => {
  await asyncio.sleep(0.1);
  console.log(`hello ${name}`);
});

const main = asyncio.coroutine(async () => {
  await greet('Ada');
  await greet('Grace');
});

await asyncio.run(main());
