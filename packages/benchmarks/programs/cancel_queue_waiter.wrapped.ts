import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

await benchCancellation(
  () => new asyncio.Queue<null>(),
  asyncio.coroutine(async (queue: asyncio.Queue<null>) => {
    await queue.get();
  }),
);
