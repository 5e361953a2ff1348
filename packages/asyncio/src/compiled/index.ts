/** What compiled code calls. */
export { arrow, asyncgen, coroutine, declare, declareAsyncgen, start, startAsyncgen } from './functions.js';
export { iterate } from './iterations.js';
export { asyncgenMethod, asyncgens, key, method, methods, superOf } from './methods.js';
export { scope } from './scopes.js';
export { delegate, yield_ } from './yielding.js';

export type { Iteration } from './iterations.js';
export type { Scope } from './scopes.js';
