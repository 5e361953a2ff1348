import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

await benchCancellation(
  () => new asyncio.Lock(),
  asyncio.coroutine(async (lock: asyncio.Lock) => {
    await lock.acquire();
    // The first one of a line has it, and keeps it.
    await lock.acquire();
  }),
);
