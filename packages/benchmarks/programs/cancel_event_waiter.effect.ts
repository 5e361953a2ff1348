import { Deferred } from 'effect';

import { benchCancellation } from '../support/crowd.effect.js';

const event = Deferred.makeUnsafe<null>();

await benchCancellation(Deferred.await(event));
