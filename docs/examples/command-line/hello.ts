import * as asyncio from 'asyncio-ts';

async function main() {
  await asyncio.sleep(1);
  console.log('hello');
}

await asyncio.run(main());
