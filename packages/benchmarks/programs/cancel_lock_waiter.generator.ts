import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

await benchCancellation(
  () => new asyncio.Lock(),
  asyncio.coroutine(function* (lock: asyncio.Lock) {
    yield* lock.acquire();
    // The first one of a line has it, and keeps it.
    yield* lock.acquire();
  }),
);
