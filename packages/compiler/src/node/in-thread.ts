/** The hooks for modules from Node 22.15 on. */
import module from 'node:module';
import type { CompilerOptions } from '../compile.js';
import { ModuleLoader, type Loaded } from './hooks.js';
import { typescriptFor } from './resolve.js';

interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}

/** As in the declarations of later Nodes. */
interface Hooks {
  resolve(
    specifier: string,
    context: { readonly parentURL?: string },
    next: (specifier: string, context: object) => Resolved,
  ): Resolved;
  load<Result>(url: string, context: object, next: (url: string, context: object) => Result): Result | Loaded;
}

type RegisterHooks = (hooks: Hooks) => void;

/** Node's function, where it has it. */
export const registerHooks: RegisterHooks | undefined = (module as { registerHooks?: RegisterHooks }).registerHooks;

/** The hooks, for `registerHooks`. */
export function hooks(options: CompilerOptions): Hooks {
  const loader = new ModuleLoader(options);
  return {
    resolve(specifier, context, next) {
      const url = typescriptFor(specifier, context.parentURL);
      if (url !== null) return { url, shortCircuit: true };
      const resolved = next(specifier, context);
      if (context.parentURL === undefined) loader.starts(resolved.url);
      return resolved;
    },
    load: (url, context, next) => loader.load(url) ?? next(url, context),
  };
}
