import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

await benchCancellation(
  () => new asyncio.Queue<null>(),
  asyncio.coroutine(function* (queue: asyncio.Queue<null>) {
    yield* queue.get();
  }),
);
