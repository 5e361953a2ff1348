import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

await bench(function* (count) {
  let done = 0;
  for (let i = 0; i < count; i++) {
    const process = yield* asyncio.create_subprocess_exec('true');
    if ((yield* process.wait()) === 0) done++;
  }
  return done;
});
