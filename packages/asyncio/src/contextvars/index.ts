/** Python's `contextvars`. */
export { Context, ContextVar, Token, copy_context } from './context.js';
export type { ContextVarOptions } from './context.js';
export type { Missing } from './state.js';
