import { Queue } from 'effect';

import { benchCancellation } from '../support/crowd.effect.js';

await benchCancellation(Queue.unbounded<null>(), Queue.take);
