import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.compiled.js';

const queue = new asyncio.Queue<null>();

await benchCancellation(async () => {
  await queue.get();
});
