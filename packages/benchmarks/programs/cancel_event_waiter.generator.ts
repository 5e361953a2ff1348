import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

await benchCancellation(
  () => new asyncio.Event(),
  asyncio.coroutine(function* (event: asyncio.Event) {
    yield* event.wait();
  }),
);
