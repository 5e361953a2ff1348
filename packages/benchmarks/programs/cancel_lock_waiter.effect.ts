import { Semaphore } from 'effect';

import { benchCancellation } from '../support/crowd.effect.js';

const lock = Semaphore.makeUnsafe(0);

await benchCancellation(lock.take(1));
