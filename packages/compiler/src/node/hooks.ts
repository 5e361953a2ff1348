/** What all hooks into Node's loading of modules do. */
import { fileURLToPath } from 'node:url';
import type { CompilerOptions } from '../compile.js';
import { fileOf } from '../ids.js';
import { lazyCompiler } from './lazy.js';
import { needsStripping } from './needs.js';

/** What a hook answers instead of asking the next one. */
export interface Loaded {
  readonly format: string;
  readonly source: string | undefined;
  readonly shortCircuit: true;
}

/**
 * A script of CommonJS that a module imports gets its text from the hook, as Node looks there for the names that it
 * exports. Before Node 24 such a script has a `require` that is not the ordinary one: no cache, no hooks.
 */
const ORDINARY_REQUIRE = "require = require('node:module').createRequire(__filename);";

/** Loads modules and what they import; null means that Node is to do it by itself. */
export class ModuleLoader {
  readonly #compile;
  readonly #programs = new Set<string>();

  constructor(options: CompilerOptions) {
    this.#compile = lazyCompiler(options);
  }

  /** Remembers that a file is started, not imported. */
  starts(url: string): void {
    this.#programs.add(url);
  }

  load(url: string): Loaded | null {
    if (!url.startsWith('file:')) return null;
    const file = fileOf(fileURLToPath(url));
    if (file === null) return null;
    const runnable = this.#compile(file, ORDINARY_REQUIRE);
    if (runnable === null) return null;
    const { code, format } = runnable;
    // Without a text it is loaded as by `require`. JavaScript exports the same names before it is compiled.
    const byRequire = format === 'commonjs' && (this.#programs.has(url) || !needsStripping(file));
    return { format, source: byRequire ? undefined : code, shortCircuit: true };
  }
}
