/** The compiler: source text in, source text out. */
import type { Program } from '@babel/types';
import { endOf, startOf } from './nodes.js';
import { parse } from './parse.js';
import { rewrite } from './rewrite.js';
import { erase, type Erased } from './types/erase.js';
import { refusal } from './types/remainder.js';
import { Unit } from './unit.js';

/** How a source is compiled. @public */
export interface TransformOptions {
  /**
   * The name of the file, for the source map and for errors. Its extension says whether there are types and JSX in it.
   */
  readonly filename?: string;
  /** Whether the source is a module, which gets an `import`, or a script of CommonJS. By default its text decides. */
  readonly sourceType?: 'module' | 'script' | 'unambiguous';
  /** Whether only a source that begins with the directive `"use asyncio"` is compiled. */
  readonly directive?: boolean;
  /** From where compiled code gets what it calls. */
  readonly runtime?: string;
  /**
   * Whether the types stay for what comes after the compiler, or are taken out as well, as in a page: `keep` by
   * default. What is more than a type (enums, namespaces, parameter properties, decorators, JSX) can't be taken out.
   */
  readonly types?: 'keep' | 'erase';
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
 * Types, JSX and decorators stay as they are, for what comes after to take out, unless `types` says that types go. No
 * line is added, so that the numbers of lines stay as well.
 *
 * @example
 * ```ts
 * import { transform } from '@asyncio-ts/compiler';
 *
 * transform('async function main() { await work(); }')?.code.includes('function* main$()'); // => true
 * ```
 *
 * @returns Null if there is nothing to compile, nor to take out.
 * @throws SyntaxError that names the file and the place, if the source can't be parsed, or what has to go is no type.
 * @public
 */
export function transform(source: string, options: TransformOptions = {}): TransformResult | null {
  const { filename = 'source.ts', sourceType = 'unambiguous', directive = false, types = 'keep' } = options;
  const mayBeMeant = /\basync\b/.test(source) && (!directive || source.includes(DIRECTIVE));
  if (!mayBeMeant && types === 'keep') return null;
  const program = parse(source, { filename, sourceType });
  const erased = types === 'erase' ? withoutTypes(source, program, filename) : undefined;
  return transformProgram(source, program, { ...options, filename, erased });
}

/** The source of a program without its types. */
function withoutTypes(source: string, program: Program, filename: string): Erased {
  const result = erase(source, program, { keepsUnusedImports: () => false, definesFields: () => true });
  if ('text' in result) return result;
  throw refusal(result.node, filename);
}

/** How a source is compiled that has been parsed. */
export interface ProgramOptions extends TransformOptions {
  readonly filename: string;
  /** Whether it is compiled at all; true if it isn't said. */
  readonly compiles?: boolean;
  /** The source without its types, if the result is to have none. */
  readonly erased?: Erased | undefined;
}

/** Compiles a source that has been parsed. Null if there is nothing to compile, nor types to take out. */
export function transformProgram(source: string, program: Program, options: ProgramOptions): TransformResult | null {
  const { filename, directive = false, compiles = true, erased } = options;
  const unit = new Unit(erased?.text ?? source, program);
  const isMeant = compiles && (!directive || program.directives.some(({ value }) => value.value === DIRECTIVE));
  const isCompiled = isMeant && /\basync\b/.test(source) && compile(unit, options);
  if (!isCompiled && erased === undefined) return null;
  for (const position of erased?.semicolons ?? []) unit.insert(position, ';');
  const map = unit.text.generateMap({ source: filename, hires: 'boundary' });
  map.sourcesContent = [source];
  return { code: unit.text.toString(), map: map };
}

/** Answers whether there was anything to compile. */
function compile(unit: Unit, { runtime = 'asyncio-ts/compiled' }: TransformOptions): boolean {
  const head = rewrite(unit);
  const name = unit.runtimeName;
  if (name === null) return false;
  removeDirective(unit);
  const from = JSON.stringify(runtime);
  const isModule = unit.program.sourceType === 'module';
  const load = isModule ? `import * as ${name} from ${from};` : `const ${name} = require(${from});`;
  insertAtTop(unit, `${load} ${head.toString()}`.trimEnd());
  return true;
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
