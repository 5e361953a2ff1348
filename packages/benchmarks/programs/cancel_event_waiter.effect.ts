import { Deferred } from 'effect';

import { benchCancellation } from '../support/crowd.effect.js';

await benchCancellation(Deferred.make<null>(), Deferred.await);
