import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

const lock = new asyncio.Lock();

await benchCancellation(
  asyncio.coroutine(function* () {
    yield* lock.acquire();
    // The first one has it, and keeps it.
    yield* lock.acquire();
  }),
);
