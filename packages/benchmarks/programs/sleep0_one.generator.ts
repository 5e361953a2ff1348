import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

await bench(function* (count) {
  for (let i = 0; i < count; i++) yield* asyncio.sleep(0);
});
