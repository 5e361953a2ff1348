import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

const lock = new asyncio.Lock();

await benchCancellation(
  asyncio.coroutine(async () => {
    await lock.acquire();
    // The first one has it, and keeps it.
    await lock.acquire();
  }),
);
