import * as asyncio from 'asyncio-ts';

const greet = asyncio.coroutine(async function greet(name: string) {
  await asyncio.sleep(1);
  console.log(`hello ${name}`);
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(greet('Ada'), greet('Grace'));
  console.log('everybody is greeted');
});

await asyncio.run(main());
