/**
 * Makes one function of an input. What it declares is global, so that the next input sees it, and may declare it anew.
 */
import type { Declaration, ImportDeclaration, LVal, Node, Statement, VariableDeclaration } from '@babel/types';
import MagicString from 'magic-string';
import type { Reading } from './reading.js';

/** The global function that stands for `import()`, which a script can't have. */
export const IMPORT = '__import__';

/** What an input has become. */
export interface Rewritten {
  /** The text of a function expression in parentheses. */
  readonly code: string;
  /** The names that it assigns to. */
  readonly names: readonly string[];
  readonly isAsync: boolean;
}

/** Rewrites an input. No line is added, so that errors name the line that was typed. */
export function rewritten({ text, statements, imports, awaits }: Reading): Rewritten {
  const writing = new Writing(text);
  for (const statement of statements) writing.statement(statement);
  for (const word of imports) writing.importCall(word);
  const last = statements.at(-1);
  // An assignment is a statement in Python, and shows nothing.
  if (last?.type === 'ExpressionStatement' && last.expression.type !== 'AssignmentExpression') {
    writing.returns(last.expression);
  }
  return { ...writing.finished(awaits), isAsync: awaits };
}

class Writing {
  readonly #text: MagicString;
  readonly #source: string;
  readonly #names: string[] = [];
  readonly #hoisted: string[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#text = new MagicString(source);
  }

  finished(isAsync: boolean): { readonly code: string; readonly names: readonly string[] } {
    // Without a name of its own: a stack would show it.
    this.#text.prepend(`(${isAsync ? 'async ' : ''}function () {${this.#hoisted.join('')}`).append('\n})');
    return { code: this.#text.toString(), names: this.#names };
  }

  returns(expression: Node): void {
    // In a box: an await would open a promise.
    this.#text.appendLeft(start(expression), 'return { value: (').appendRight(end(expression), ') }');
  }

  importCall(word: Node): void {
    this.#text.overwrite(start(word), end(word), IMPORT);
  }

  statement(statement: Statement): void {
    switch (statement.type) {
      case 'ImportDeclaration':
        this.#import(statement);
        break;
      case 'ExportNamedDeclaration':
        if (statement.declaration == null) this.#text.remove(start(statement), end(statement));
        else {
          this.#text.remove(start(statement), start(statement.declaration));
          this.#declaration(statement.declaration);
        }
        break;
      default:
        this.#declaration(statement);
    }
  }

  #declaration(statement: Statement | Declaration): void {
    switch (statement.type) {
      case 'VariableDeclaration':
        // What is used is disposed of at the end of this input.
        if (!statement.kind.endsWith('using') && statement.declare !== true) this.#variables(statement);
        break;
      case 'FunctionDeclaration':
        if (statement.id != null) this.#hoisted.push(`globalThis.${statement.id.name} = ${statement.id.name};`);
        break;
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (statement.declare !== true && statement.id != null) this.#keep(statement, statement.id.name);
        break;
      default:
    }
  }

  #keep(statement: Node, name: string): void {
    this.#text.appendLeft(end(statement), `;globalThis.${name} = ${name};`);
  }

  /**
   * `const x: number = 1, { y } = z` becomes `x = 1, ({ y } = z);`: closures of the same input see the global as well.
   */
  #variables({ declarations, start: from, end: to }: VariableDeclaration): void {
    const [first] = declarations;
    if (first === undefined) return;
    this.#text.overwrite(from as number, start(first), ';');
    for (const { id, init, definite } of declarations) {
      this.#names.push(...namesIn(id));
      const type = (id as { readonly typeAnnotation?: Node | null }).typeAnnotation;
      if (type != null) this.#text.remove(start(type) - (definite === true ? 1 : 0), end(type));
      this.#text.appendLeft(start(id), '(');
      if (init == null) this.#text.appendLeft(end(id), ' = undefined)');
      else this.#text.appendLeft(end(init), ')');
    }
    if (this.#source[(to as number) - 1] !== ';') this.#text.appendLeft(to as number, ';');
  }

  #import(statement: ImportDeclaration): void {
    if (statement.importKind === 'type') {
      this.#text.remove(start(statement), end(statement));
      return;
    }
    const parts: string[] = [];
    let whole: string | null = null;
    for (const specifier of statement.specifiers) {
      const local = specifier.local.name;
      if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') continue;
      this.#names.push(local);
      if (specifier.type === 'ImportNamespaceSpecifier') whole = local;
      else if (specifier.type === 'ImportDefaultSpecifier') parts.push(`default: ${local}`);
      else {
        const { imported } = specifier;
        parts.push(`${imported.type === 'Identifier' ? imported.name : JSON.stringify(imported.value)}: ${local}`);
      }
    }
    const attributes = (statement.attributes ?? []).map(
      ({ key, value }) =>
        `${key.type === 'Identifier' ? key.name : JSON.stringify(key.value)}: ${JSON.stringify(value.value)}`,
    );
    const more = attributes.length === 0 ? '' : `, { with: { ${attributes.join(', ')} } }`;
    let code = `await ${IMPORT}(${JSON.stringify(statement.source.value)}${more})`;
    if (whole !== null) code = `${whole} = ${code}`;
    if (parts.length > 0) code = `({ ${parts.join(', ')} } = ${code})`;
    this.#text.overwrite(start(statement), end(statement), `;${code};`);
  }
}

const start = (node: Node) => node.start as number;
const end = (node: Node) => node.end as number;

/** The names that a pattern declares. */
function namesIn(pattern: LVal | Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
