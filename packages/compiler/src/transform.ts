/** The compiler: source text in, source text out. */
import { parse } from './parse.js';
import { endOf, startOf } from './nodes.js';
import { rewrite } from './rewrite.js';
import { Unit } from './unit.js';

/** How a source is compiled. @public */
export interface TransformOptions {
  /** The name of the file, for the source map and for errors. Its extension says whether there are types and JSX in it. */
  readonly filename?: string;
  /** Whether the source is a module, which gets an `import`, or a script of CommonJS. By default its text decides. */
  readonly sourceType?: 'module' | 'script' | 'unambiguous';
  /** Whether only a source that begins with the directive `"use asyncio"` is compiled. */
  readonly directive?: boolean;
  /** From where compiled code gets what it calls. */
  readonly runtime?: string;
}

/** A source map, version 3. @public */
export interface SourceMap {
  version: number;
  file?: string;
  sources: string[];
  sourcesContent?: string[];
  names: string[];
  mappings: string;
}

/** What comes of a source. @public */
export interface TransformResult {
  readonly code: string;
  readonly map: SourceMap;
}

/** The directive by which a file asks to be compiled. @public */
export const DIRECTIVE = 'use asyncio';

/**
 * Compiles a source: gives its `async` functions the semantics of Python's coroutines.
 *
 * Types, JSX and decorators stay as they are, for what comes after to take out. No line is added, so that the numbers of
 * lines stay as well.
 *
 * @example
 * ```ts
 * import { transform } from '@asyncio-ts/compiler';
 *
 * transform('async function main() { await work(); }')?.code.includes('function* main$()'); // => true
 * ```
 *
 * @returns Null if there is nothing to compile.
 * @throws SyntaxError that names the file and the place, if the source can't be parsed.
 * @public
 */
export function transform(source: string, options: TransformOptions = {}): TransformResult | null {
  const { filename = 'source.ts', sourceType = 'unambiguous', directive = false } = options;
  if (!/\basync\b/.test(source) || (directive && !source.includes(DIRECTIVE))) return null;
  const program = parse(source, { filename, sourceType });
  if (directive && !program.directives.some(({ value }) => value.value === DIRECTIVE)) return null;

  const unit = new Unit(source, program);
  removeDirective(unit);
  const head = rewrite(unit);
  const name = unit.runtimeName;
  if (name === null) return null;
  const runtime = JSON.stringify(options.runtime ?? 'asyncio-ts/compiled');
  const load =
    program.sourceType === 'module' ? `import * as ${name} from ${runtime};` : `const ${name} = require(${runtime});`;
  insertAtTop(unit, `${load} ${head.toString()}`.trimEnd());
  return {
    code: unit.text.toString(),
    map: unit.text.generateMap({ source: filename, includeContent: true, hires: true }),
  };
}

/** What comes after need not know it; Rollup warns of directives that it doesn't know. */
function removeDirective({ program, text }: Unit): void {
  const directive = program.directives.find(({ value }) => value.value === DIRECTIVE);
  if (directive !== undefined) text.remove(startOf(directive), endOf(directive));
}

/** Before the first statement, behind directives and the line that names an interpreter. */
function insertAtTop(unit: Unit, text: string): void {
  const directive = unit.program.directives.at(-1);
  if (directive !== undefined) {
    unit.insert(endOf(directive), `; ${text}`);
    return;
  }
  const { interpreter } = unit.program;
  if (interpreter == null) unit.text.prepend(`${text} `);
  else unit.insert(endOf(interpreter) + 1, `${text} `);
}
