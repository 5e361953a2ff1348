import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

const queue = new asyncio.Queue<null>();

await benchCancellation(
  asyncio.coroutine(function* () {
    yield* queue.get();
  }),
);
