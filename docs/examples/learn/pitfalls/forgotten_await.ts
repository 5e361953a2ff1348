/** A call alone does nothing: the await is missing, and the letter is never saved. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function save(what: string) {
  await asyncio.sleep(1);
  console.log(`${what} is saved`);
}

async function main() {
  void save('the letter');
  await save('the picture');
  console.log('we go home');
}

await asyncio.run(main());
