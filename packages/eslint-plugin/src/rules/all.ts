/** All rules, by their names. */
import { noAwaitUsingScope } from './no-await-using-scope.js';
import { noBareYield } from './no-bare-yield.js';
import { noBlockingCall } from './no-blocking-call.js';
import { noCoroutineCallback } from './no-coroutine-callback.js';
import { noCoroutineReuse } from './no-coroutine-reuse.js';
import { noFloatingCoroutine } from './no-floating-coroutine.js';
import { noFloatingTask } from './no-floating-task.js';
import { noMilliseconds } from './no-milliseconds.js';
import { noNestedRun } from './no-nested-run.js';
import { noPlainAsyncTask } from './no-plain-async-task.js';
import { noPromiseCombinator } from './no-promise-combinator.js';
import { noSwallowedCancellation } from './no-swallowed-cancellation.js';
import { noUnreachableExcept } from './no-unreachable-except.js';
import { noUnshieldedFinally } from './no-unshielded-finally.js';
import { noUnwrappedPromise } from './no-unwrapped-promise.js';
import { noWaitOnCoroutines } from './no-wait-on-coroutines.js';
import { noYieldStarPromise } from './no-yield-star-promise.js';
import { preferAsyncioSleep } from './prefer-asyncio-sleep.js';

export const all = {
  'no-await-using-scope': noAwaitUsingScope,
  'no-bare-yield': noBareYield,
  'no-blocking-call': noBlockingCall,
  'no-coroutine-callback': noCoroutineCallback,
  'no-coroutine-reuse': noCoroutineReuse,
  'no-floating-coroutine': noFloatingCoroutine,
  'no-floating-task': noFloatingTask,
  'no-milliseconds': noMilliseconds,
  'no-nested-run': noNestedRun,
  'no-plain-async-task': noPlainAsyncTask,
  'no-promise-combinator': noPromiseCombinator,
  'no-swallowed-cancellation': noSwallowedCancellation,
  'no-unreachable-except': noUnreachableExcept,
  'no-unshielded-finally': noUnshieldedFinally,
  'no-unwrapped-promise': noUnwrappedPromise,
  'no-wait-on-coroutines': noWaitOnCoroutines,
  'no-yield-star-promise': noYieldStarPromise,
  'prefer-asyncio-sleep': preferAsyncioSleep,
} as const;
