/** What compiled code calls. */
export { arrow, asyncgen, coroutine, declare, declareAsyncgen, start, startAsyncgen } from './functions.js';
export { __asyncGenerator, __await, __awaiter } from './helper_functions.js';
export { __asyncDelegator, __asyncValues } from './helper_loops.js';
export { __addDisposableResource, __disposeResources } from './helper_scopes.js';
export { iterate } from './iterations.js';
export { asyncgenMethod, asyncgens, key, method, methods, superOf } from './methods.js';
export { runOutside } from './outside.js';
export { scope } from './scopes.js';
export { delegate, yield_ } from './yielding.js';

export type { AnyFunction, BodyFunction } from './marks.js';
export type { HelperScope } from './helper_scopes.js';
export type { Iteration } from './iterations.js';
export type { Scope } from './scopes.js';
