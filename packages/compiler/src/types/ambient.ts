/** What is said about types alone, and isn't there at run time. */
import type { Node } from '../nodes.js';

/** Whether a statement, or a member of a class, declares what is elsewhere or is nothing but a type. */
export function isAmbient(node: Node): boolean {
  if ('declare' in node && node.declare === true) return true;
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
    case 'TSDeclareMethod':
    case 'TSIndexSignature':
    case 'TSNamespaceExportDeclaration':
      return true;
    case 'ClassProperty':
      return node.abstract === true;
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      return node.importKind === 'type';
    case 'ExportAllDeclaration':
      return node.exportKind === 'type';
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' || (node.declaration != null && isAmbient(node.declaration));
    case 'ExportDefaultDeclaration':
      return isAmbient(node.declaration);
    default:
      return false;
  }
}
