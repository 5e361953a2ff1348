import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

await benchCancellation(
  () => new asyncio.Lock(),
  async (lock) => {
    await lock.acquire();
    // The first one of a line has it, and keeps it.
    await lock.acquire();
  },
);
