/** Imports and exports: those of types go. */
import type { ExportNamedDeclaration, ImportDeclaration, Program } from '@babel/types';
import { endOf, startOf, type Node } from '../nodes.js';
import { skipBlank } from '../scanner.js';
import type { Blanks } from './blanks.js';
import { valuesOf, type Values } from './references.js';

/** What goes of the imports and exports of a module. */
export class Imports {
  readonly #source: string;
  readonly #program: Program;
  readonly #blanks: Blanks;
  /** Whether an import stays that nothing but types mentions. */
  readonly #keepsUnused: () => boolean;
  #values: Values | undefined;

  constructor(source: string, program: Program, blanks: Blanks, keepsUnused: () => boolean) {
    this.#source = source;
    this.#program = program;
    this.#blanks = blanks;
    this.#keepsUnused = keepsUnused;
  }

  /** `import a, { b, type C } from 'd'` */
  visitImport(node: ImportDeclaration): void {
    const { specifiers } = node;
    const ofTypes = specifiers.filter(isOfType);
    const unmentioned = specifiers.filter((each) => isOfType(each) || !this.#isMentioned(each.local.name));
    if (unmentioned.length === 0) return;
    const keepsUnused = this.#keepsUnused();
    const gone = keepsUnused ? ofTypes : unmentioned;
    if (gone.length === specifiers.length && !keepsUnused) this.#blanks.add(startOf(node), endOf(node), ';');
    else for (const each of gone) this.#remove(each, specifiers);
  }

  /** `export { a, type B }` and `export { a, type B } from 'c'` */
  visitExport(node: ExportNamedDeclaration): void {
    const { specifiers, source } = node;
    const gone = specifiers.filter(
      (each) =>
        each.type === 'ExportSpecifier' &&
        (each.exportKind === 'type' || (source == null && this.isNameOfType(each.local.name))),
    );
    if (gone.length === 0) return;
    const isEmpty = gone.length === specifiers.length && (source == null || !this.#keepsUnused());
    if (isEmpty) this.#blanks.add(startOf(node), endOf(node), ';');
    else for (const each of gone) this.#remove(each, specifiers);
  }

  /** Whether a name that the module exports is that of a type alone. */
  isNameOfType(name: string): boolean {
    const { body } = this.#program;
    if (!body.some((statement) => namesOfTypes(statement).includes(name))) return false;
    return !this.#valuesOfModule().declared.has(name);
  }

  #isMentioned(name: string): boolean {
    return this.#valuesOfModule().mentioned.has(name);
  }

  #valuesOfModule(): Values {
    return (this.#values ??= valuesOf(this.#program));
  }

  /** Takes one out of a list, together with the comma behind it; `* as a` with the one before it. */
  #remove(node: Node, specifiers: readonly Node[]): void {
    const [first] = specifiers;
    if (node.type === 'ImportNamespaceSpecifier' && first !== undefined) {
      this.#blanks.add(endOf(first), endOf(node));
      return;
    }
    const next = skipBlank(this.#source, endOf(node));
    this.#blanks.add(startOf(node), this.#source[next] === ',' ? next + 1 : endOf(node));
  }
}

const isOfType = (specifier: ImportDeclaration['specifiers'][number]): boolean =>
  specifier.type === 'ImportSpecifier' && specifier.importKind === 'type';

/** The names of types that a statement brings, by a declaration or by an import. */
function namesOfTypes(statement: Node): readonly string[] {
  const node = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
  switch (node.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [node.id.name];
    case 'ImportDeclaration':
      return node.specifiers
        .filter((each) => node.importKind === 'type' || isOfType(each))
        .map((each) => each.local.name);
    default:
      return [];
  }
}
