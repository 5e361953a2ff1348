/**
 * Hooks into Node's loading of modules: the library is found wherever a program stands, and a program may be a text.
 */
import module from 'node:module';
import { mayBeOwnCopy, OWN_PLACE, ownFile, type TextProgram } from './resolution.js';

interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}

/** As in the declarations of later Nodes. */
interface Hooks {
  resolve(specifier: string, context: object, next: (specifier: string, context: object) => Resolved): Resolved;
  load<Result>(
    url: string,
    context: object,
    next: (url: string, context: object) => Result,
  ): Result | { readonly format: string; readonly source: string; readonly shortCircuit: true };
}

/** What declarations of Node 20 don't have, and the inner side of `node:module` that tools have always relied on. */
interface Tables {
  readonly registerHooks?: (hooks: Hooks) => void;
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

const tables = module as unknown as Tables;

/** What workers of `asyncio-ts` import before the modules of the program; their threads have no hooks of this one. */
const PRELOADS: unique symbol = Symbol.for('asyncio-ts.preloads') as never;
const shared = globalThis as { [PRELOADS]?: Set<string> };

/** Sets the hooks up, once. What is compiled is looked for by the compiler's own. */
export function hookLoading(program: TextProgram | null): void {
  (shared[PRELOADS] ??= new Set()).add(new URL('./worker.mjs', import.meta.url).href);
  hookRequire();
  if (tables.registerHooks !== undefined) tables.registerHooks(hooks(program));
  else module.register('./thread.mjs', { parentURL: import.meta.url, data: program });
}

function hookRequire(): void {
  const resolveFilename = tables._resolveFilename.bind(module);
  tables._resolveFilename = (request, ...rest) => {
    try {
      return resolveFilename(request, ...rest);
    } catch (error) {
      if (!mayBeOwnCopy(request, error)) throw error;
      return ownFile(request);
    }
  };
}

function hooks(program: TextProgram | null): Hooks {
  return {
    resolve(specifier, context, next) {
      if (specifier === program?.url) return { url: specifier, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch (error) {
        if (!mayBeOwnCopy(specifier, error)) throw error;
        return next(specifier, { ...context, parentURL: OWN_PLACE });
      }
    },
    load: (url, context, next) =>
      url === program?.url ? { format: 'module', source: program.code, shortCircuit: true } : next(url, context),
  };
}
