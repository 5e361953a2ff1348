import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

await bench(async (count) => {
  let done = 0;
  for (; done < count; done++) await asyncio.sleep(0);
  return done;
});
