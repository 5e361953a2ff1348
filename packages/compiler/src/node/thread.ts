/** The hooks for modules before Node 22.15, which run in a thread of their own. */
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import type { CompilerOptions } from '../compile.js';
import { ModuleLoader } from './hooks.js';
import { typescriptFor } from './resolve.js';

let loader = new ModuleLoader({});

export const initialize: InitializeHook<CompilerOptions> = (options) => {
  loader = new ModuleLoader(options);
};

export const resolve: ResolveHook = async (specifier, context, next) => {
  const url = typescriptFor(specifier, context.parentURL);
  if (url !== null) return { url, shortCircuit: true };
  const resolved = await next(specifier, context);
  if (context.parentURL === undefined) loader.starts(resolved.url);
  return resolved;
};

export const load: LoadHook = (url, context, next) => loader.load(url) ?? next(url, context);
