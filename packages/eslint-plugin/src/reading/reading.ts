/** One file, as the rules read it: its syntax, its types where there are any, and the settings that matter. */
import type { TSESLint } from '@typescript-eslint/utils';
import { isCompiled, type Settings } from './compiled.js';
import { imported, importedType } from './imports.js';
import { SUBMODULES } from './names.js';
import type { Node, SourceCode } from './syntax.js';
import { Types } from './types.js';

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const readings = new WeakMap<object, Reading>();

export class Reading {
  readonly sourceCode: SourceCode;
  readonly types: Types | null;
  readonly settings: Settings;
  /** Whether plain `async` functions of this file are coroutine functions. */
  readonly compiled: boolean;
  readonly #modules: readonly string[];
  readonly #names = new WeakMap<Node, string | null>();

  private constructor(context: Context) {
    this.sourceCode = context.sourceCode;
    this.types = Types.of(context);
    this.settings = context.settings['asyncio-ts'] ?? {};
    this.compiled = isCompiled(context.sourceCode, context.filename, this.settings);
    this.#modules = ['asyncio-ts', ...(this.settings.modules ?? [])];
  }

  /** All rules share what is found out about a file. */
  static of(context: Context): Reading {
    const known = readings.get(context.sourceCode);
    if (known !== undefined) return known;
    const reading = new Reading(context);
    readings.set(context.sourceCode, reading);
    return reading;
  }

  /** The name that an expression has in the library: `sleep` of `asyncio.sleep`, `asyncio.tasks.sleep` or `sleep`. */
  nameOf(node: Node): string | null {
    const known = this.#names.get(node);
    if (known !== undefined) return known;
    const name = this.#nameIn(imported(node, this.sourceCode));
    this.#names.set(node, name);
    return name;
  }

  /** The same of the type in an annotation. */
  nameOfType(node: Node | undefined): string | null {
    return this.#nameIn(importedType(node, this.sourceCode));
  }

  #nameIn(from: { readonly module: string; readonly path: readonly string[] } | null): string | null {
    if (from === null) return null;
    const module = this.#modules.find((name) => from.module === name || from.module.startsWith(`${name}/`));
    if (module === undefined) return null;
    const below = from.module.slice(module.length + 1);
    const path = below === '' ? from.path : [...below.split('/'), ...from.path];
    return path.length > 1 && SUBMODULES.has(path[0] as string) ? path.slice(1).join('.') : path.join('.');
  }
}
