import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const child = async (x: number) => x;

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) if ((await asyncio.create_task(child(i))) === i) done++;
  return done;
});
