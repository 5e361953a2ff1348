/** The hooks for modules before Node 22.15, which run in a thread of their own. */
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { mayBeOwnCopy, OWN_PLACE, type TextProgram } from './resolution.js';

let program: TextProgram | null = null;

export const initialize: InitializeHook<TextProgram | null> = (given) => {
  program = given;
};

export const resolve: ResolveHook = async (specifier, context, next) => {
  if (specifier === program?.url) return { url: specifier, shortCircuit: true };
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!mayBeOwnCopy(specifier, error)) throw error;
    return next(specifier, { ...context, parentURL: OWN_PLACE });
  }
};

export const load: LoadHook = (url, context, next) =>
  url === program?.url ? { format: 'module', source: program.code, shortCircuit: true } : next(url, context);
