import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

await bench(async (count) => {
  for (let i = 0; i < count; i++) await asyncio.sleep(0);
});
