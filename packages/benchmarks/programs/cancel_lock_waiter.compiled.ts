import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

const lock = new asyncio.Lock();

await benchCancellation(async () => {
  await lock.acquire();
  // The first one has it, and keeps it.
  await lock.acquire();
});
