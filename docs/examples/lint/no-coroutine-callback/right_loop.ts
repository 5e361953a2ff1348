import * as asyncio from 'asyncio-ts';

const greet = asyncio.coroutine(async (name: string) => {
  await asyncio.sleep(1);
  console.log(`hello ${name}`);
});

const main = asyncio.coroutine(async (names: string[]) => {
  for (const name of names) await greet(name);
});

await asyncio.run(main(['Ada', 'Grace']));
