import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

await benchCancellation(
  () => new asyncio.Queue<null>(),
  async (queue) => {
    await queue.get();
  },
);
