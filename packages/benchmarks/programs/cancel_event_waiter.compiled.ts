import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

await benchCancellation(
  () => new asyncio.Event(),
  async (event) => {
    await event.wait();
  },
);
