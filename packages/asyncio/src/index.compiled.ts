/** `asyncio-ts/compiled`: what compiled code calls. */
export {
  arrow,
  asyncgen,
  asyncgenMethod,
  asyncgens,
  coroutine,
  declare,
  declareAsyncgen,
  delegate,
  iterate,
  key,
  method,
  methods,
  scope,
  start,
  startAsyncgen,
  superOf,
  yield_,
} from './compiled/index.js';

export type { Iteration, Scope } from './compiled/index.js';
