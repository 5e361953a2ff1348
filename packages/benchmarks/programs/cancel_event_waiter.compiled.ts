import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

const event = new asyncio.Event();

await benchCancellation(async () => {
  await event.wait();
});
