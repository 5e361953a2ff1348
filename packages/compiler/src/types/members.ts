/** Classes: modifiers and what is promised of them go; what stands for code can't. */
import type { ClassDeclaration, ClassExpression, ClassMethod, ClassPrivateProperty, ClassProperty } from '@babel/types';
import { endOf, startOf, type Node } from '../nodes.js';
import { findToken, tokensBetween } from '../scanner.js';
import type { Blanks } from './blanks.js';
import type { Settings } from './erase.js';

/** Whether a node stands for code that isn't JavaScript. */
export function isTranslated(node: Node, settings: Settings): boolean {
  switch (node.type) {
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSParameterProperty':
    case 'TSImportEqualsDeclaration':
    case 'TSExportAssignment':
    case 'TSTypeAssertion':
    case 'ClassAccessorProperty':
    case 'Decorator':
    case 'JSXElement':
    case 'JSXFragment':
      return true;
    case 'ClassProperty':
    case 'ClassPrivateProperty':
      return !settings.definesFields();
    default:
      return false;
  }
}

/** `abstract`, and `implements A, B` */
export function eraseClassHead(node: ClassDeclaration | ClassExpression, source: string, blanks: Blanks): void {
  if (node.type === 'ClassDeclaration' && node.abstract === true) {
    blanks.add(startOf(node), findToken(source, 'class', startOf(node)).start);
  }
  const promises = node.implements ?? [];
  const last = promises.at(-1);
  if (last === undefined) return;
  const before = [node.id, node.typeParameters, node.superClass, node.superTypeParameters];
  const from = Math.max(startOf(node), ...before.filter((part) => part != null).map(endOf));
  blanks.add(findToken(source, 'implements', from).start, endOf(last));
}

const MODIFIERS: ReadonlySet<string> = new Set(['public', 'private', 'protected', 'readonly', 'override']);

/** `private readonly a?: B` */
export function eraseModifiers(
  node: ClassMethod | ClassProperty | ClassPrivateProperty,
  source: string,
  blanks: Blanks,
): void {
  for (const { text, start, end } of tokensBetween(source, startOf(node), startOf(node.key))) {
    // What comes behind may not continue the field before.
    if (MODIFIERS.has(text)) blanks.add(start, end, start === startOf(node) ? ';' : '');
  }
  const { optional, definite } = node as { readonly optional?: boolean | null; readonly definite?: boolean | null };
  const mark = optional === true ? '?' : definite === true ? '!' : null;
  if (mark === null) return;
  const { start, end } = findToken(source, mark, endOf(node.key));
  blanks.add(start, end);
}
