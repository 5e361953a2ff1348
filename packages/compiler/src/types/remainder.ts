/** What a program has that is more than types, by the names that its author knows. */
import type { Node } from '../nodes.js';

const NAMES: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'an enum',
  TSModuleDeclaration: 'a namespace',
  TSParameterProperty: 'a parameter property',
  TSTypeAssertion: 'an assertion like <T>x (write x as T)',
  TSImportEqualsDeclaration: 'import … =',
  TSExportAssignment: 'export =',
  Decorator: 'a decorator',
  JSXElement: 'JSX',
  JSXFragment: 'JSX',
};

/** Why a node can't be taken out with the types. */
export function refusal(node: Node, filename: string): Error {
  const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
  const what = NAMES[node.type] ?? node.type;
  return new SyntaxError(
    `${filename}: ${what} is more than a type, and can't be taken out. (${String(line)}:${String(column)})`,
  );
}
