/** Whether a file is compiled: whether its plain `async` functions are coroutine functions. */
import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import type { SourceCode } from './syntax.js';

const DIRECTIVE = 'use asyncio';

/** What stands under `asyncio-ts` in the settings of an ESLint configuration. */
export interface Settings {
  /** Which files are compiled beside those with the directive: all, or those that match one of the globs. */
  readonly compiled?: boolean | readonly string[];
  /** Further modules that export the names of asyncio-ts. */
  readonly modules?: readonly string[];
}

/** Whether the file begins with `"use asyncio"`, or is one that the settings name. */
export function isCompiled(sourceCode: SourceCode, filename: string, settings: Settings): boolean {
  return isNamed(filename, settings) || hasDirective(sourceCode);
}

function hasDirective(sourceCode: SourceCode): boolean {
  for (const statement of sourceCode.ast.body) {
    if (statement.type !== Type.ExpressionStatement || statement.directive === undefined) return false;
    if (statement.directive === DIRECTIVE) return true;
  }
  return false;
}

/** The same of another file, of which only the text is at hand: directives stand before everything but comments. */
export function isCompiledText(text: string, filename: string, settings: Settings): boolean {
  const directives = /^(?:\s|\/\/.*|\/\*[^]*?\*\/|(['"])use \w+\1;?)*/.exec(text)?.[0] ?? '';
  return isNamed(filename, settings) || /(['"])use asyncio\1/.test(directives.replace(/\/\/.*|\/\*[^]*?\*\//g, ''));
}

function isNamed(filename: string, { compiled = false }: Settings): boolean {
  if (typeof compiled === 'boolean') return compiled && !filename.includes('/node_modules/');
  const path = filename.replaceAll('\\', '/');
  return compiled.some((glob) => toPattern(glob).test(path));
}

/**
 * `**` stands for folders, `*` for a part of a name, `{a,b}` for either. A glob may begin at any folder of the path.
 */
function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\.?\//, '')
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?|\{|\}|,/g, (part) => GLOB_PARTS.get(part) ?? part);
  return new RegExp(`(?:^|/)${source}$`);
}

const GLOB_PARTS: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:.*/)?'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
  ['{', '(?:'],
  ['}', ')'],
  [',', '|'],
]);
