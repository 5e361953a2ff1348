import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

await benchCancellation(
  () => new asyncio.Event(),
  asyncio.coroutine(async (event: asyncio.Event) => {
    await event.wait();
  }),
);
