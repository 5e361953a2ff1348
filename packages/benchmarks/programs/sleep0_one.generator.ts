import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

await bench(function* (count) {
  let done = 0;
  for (; done < count; done++) yield* asyncio.sleep(0);
  return done;
});
