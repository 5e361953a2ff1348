/**
 * Takes the types out of a source and leaves blanks in their place, so that no line and no column moves: no source map
 * is needed, and a syntax tree of the source is one of the result as well.
 *
 * What stands for code and isn't JavaScript can't be done so: enums, namespaces, parameter properties, decorators, JSX,
 * `import a = b`, `export =` and assertions like `<T>x`. The idea is that of ts-blank-space.
 */
import type { Program } from '@babel/types';
import { endOf, isFunction, startOf, type FunctionNode, type Node } from '../nodes.js';
import { findToken, skipBlank } from '../scanner.js';
import { isAmbient } from './ambient.js';
import { Blanks } from './blanks.js';
import { Imports } from './imports.js';
import { eraseClassHead, eraseModifiers, isTranslated } from './members.js';

/** What a project has settled, in its `tsconfig.json`. It is asked only where it counts. */
export interface Settings {
  /** Whether an import stays that nothing but types mentions: `verbatimModuleSyntax`. */
  keepsUnusedImports(): boolean;
  /** Whether fields of classes are those of JavaScript: `useDefineForClassFields`. */
  definesFields(): boolean;
}

/** A source without types. */
export interface Erased {
  readonly text: string;
  /** Where statements end that the next line would continue, now that their types are gone. */
  readonly semicolons: readonly number[];
}

/** What a source has in it that is more than a type. */
export interface Remainder {
  readonly node: Node;
}

/** Takes the types out; or gives the first thing that is more than a type. */
export function erase(source: string, program: Program, settings: Settings): Erased | Remainder {
  const eraser = new Eraser(source, program, settings);
  eraser.visitChildren(program);
  return eraser.result();
}

class Eraser {
  readonly #source: string;
  readonly #settings: Settings;
  readonly #blanks: Blanks;
  readonly #imports: Imports;
  readonly #statements: Node[] = [];
  #more: Node | null = null;

  constructor(source: string, program: Program, settings: Settings) {
    this.#source = source;
    this.#settings = settings;
    this.#blanks = new Blanks(source);
    this.#imports = new Imports(source, program, this.#blanks, () => settings.keepsUnusedImports());
  }

  result(): Erased | Remainder {
    if (this.#more !== null) return { node: this.#more };
    const text = this.#blanks.toString();
    return { text, semicolons: this.#statements.filter((each) => this.#runsOn(each, text)).map(endOf) };
  }

  visitChildren(node: Node): void {
    for (const [field, value] of Object.entries(node) as [string, unknown][]) {
      if (typeof value !== 'object' || value === null || field === 'loc' || field === 'extra') continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (this.#more !== null) return;
        if (isNode(child)) this.#visit(child);
      }
    }
  }

  #visit(node: Node): void {
    if (isAmbient(node)) {
      this.#blanks.add(startOf(node), endOf(node), ';');
      return;
    }
    if (isTranslated(node, this.#settings)) {
      this.#more = node;
      return;
    }
    if (ENDS_OPEN.has(node.type)) this.#statements.push(node);
    if (isFunction(node)) this.#visitSignature(node);
    switch (node.type) {
      case 'ImportDeclaration':
        this.#imports.visitImport(node);
        return;
      case 'ExportNamedDeclaration':
        this.#imports.visitExport(node);
        break;
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'Identifier' && this.#imports.isNameOfType(node.declaration.name)) {
          this.#blanks.add(startOf(node), endOf(node), ';');
        }
        break;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
        this.#visit(node.expression);
        this.#blanks.add(endOf(node.expression), endOf(node));
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        eraseClassHead(node, this.#source, this.#blanks);
        break;
      case 'ClassMethod':
      case 'ClassProperty':
      case 'ClassPrivateProperty':
        eraseModifiers(node, this.#source, this.#blanks);
        break;
      case 'Identifier':
        if (node.optional === true) this.#removeToken('?', startOf(node) + node.name.length);
        break;
      case 'VariableDeclarator':
        if (node.definite === true && node.id.type === 'Identifier') {
          this.#removeToken('!', startOf(node.id) + node.id.name.length);
        }
    }
    if (node.type.startsWith('TS')) this.#blanks.add(startOf(node), endOf(node));
    else this.visitChildren(node);
  }

  #removeToken(text: string, from: number): void {
    const { start, end } = findToken(this.#source, text, from);
    this.#blanks.add(start, end);
  }

  #visitSignature(node: FunctionNode): void {
    const [first, second] = node.params;
    if (first?.type === 'Identifier' && first.name === 'this') {
      const next = skipBlank(this.#source, endOf(first));
      const end = this.#source[next] === ',' ? next + 1 : endOf(first);
      this.#blanks.add(startOf(first), second === undefined ? end : startOf(second));
    }
    if (node.type === 'ArrowFunctionExpression') this.#keepTogether(node);
  }

  /** No line may break before the `(` of an asynchronous arrow function, nor before the `=>` of any. */
  #keepTogether(node: FunctionNode): void {
    const { typeParameters, returnType, params } = node;
    if (typeParameters != null && this.#breaks(typeParameters)) {
      this.#removeToken('(', endOf(typeParameters));
      this.#blanks.put(startOf(typeParameters), '(');
    }
    if (returnType != null && this.#breaks(returnType)) {
      const before = [typeParameters, ...params].filter((each) => each != null).map(endOf);
      const from = Math.max(startOf(node), ...before);
      this.#removeToken(')', from);
      this.#blanks.put(endOf(returnType) - 1, ')');
    }
  }

  #breaks(node: Node): boolean {
    return this.#source.slice(startOf(node), endOf(node)).includes('\n');
  }

  /** Whether a statement whose last part has become blank would go on with what follows. */
  #runsOn(node: Node, text: string): boolean {
    const last = endOf(node) - 1;
    if (this.#source[last] === ';' || text[last] !== ' ') return false;
    const next = text.slice(skipBlank(text, last + 1));
    // Otherwise a field that is called `get` or `static` would be part of the next member.
    if (node.type === 'ClassProperty' && node.value == null) return !/^[};]/.test(next);
    return /^(?:[([`+\-*/,.<>=&|^?:%!]|in\b|instanceof\b)/.test(next);
  }
}

/** What may end without a semicolon, and with a type. */
const ENDS_OPEN: ReadonlySet<string> = new Set([
  ...['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'ExportDefaultDeclaration'],
  ...['ClassProperty', 'ClassPrivateProperty'],
]);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
