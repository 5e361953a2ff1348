import { Effect, Queue } from 'effect';

import { benchCancellation } from '../support/crowd.effect.js';

const queue = await Effect.runPromise(Queue.unbounded<null>());

await benchCancellation(Queue.take(queue));
