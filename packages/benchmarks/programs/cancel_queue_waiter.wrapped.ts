import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.wrapped.js';

const queue = new asyncio.Queue<null>();

await benchCancellation(
  asyncio.coroutine(async () => {
    await queue.get();
  }),
);
