/** Python's `contextvars`. */
export { Context, copy_context } from './context.js';
export { ContextVar, Token } from './context_var.js';
export type { ContextVarOptions } from './context_var.js';
export type { Missing } from './state.js';
