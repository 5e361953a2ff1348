import * as asyncio from 'asyncio-ts';

import { benchCancellation } from '../support/crowd.generator.js';

const event = new asyncio.Event();

await benchCancellation(
  asyncio.coroutine(function* () {
    yield* event.wait();
  }),
);
