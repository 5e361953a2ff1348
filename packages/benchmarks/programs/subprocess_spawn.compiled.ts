import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) {
    const process = await asyncio.create_subprocess_exec('true');
    if ((await process.wait()) === 0) done++;
  }
  return done;
});
