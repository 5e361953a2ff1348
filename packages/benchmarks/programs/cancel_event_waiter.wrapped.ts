import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

const event = new asyncio.Event();

await benchCancellation(
  asyncio.coroutine(async () => {
    await event.wait();
  }),
);
