/** Where a name comes from: which module, and what in it. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from './definitions.js';
import { isGlobal, keyName, memberName, unwrap } from './syntax.js';
import type { Node, SourceCode } from './syntax.js';

/** `asyncio.tasks.create_task` is `{ module: 'asyncio-ts', path: ['tasks', 'create_task'] }`. */
export interface Imported {
  readonly module: string;
  readonly path: readonly string[];
}

/** What an expression takes from a module, through imports, `require`, aliases and destructuring. */
export function imported(expression: Node, sourceCode: SourceCode, depth = 0): Imported | null {
  const node = unwrap(expression);
  if (depth > 8) return null;
  switch (node.type) {
    case Type.Identifier:
      return ofIdentifier(node, sourceCode, depth + 1);
    case Type.MemberExpression: {
      const name = memberName(node);
      return name === null ? null : below(imported(node.object, sourceCode, depth + 1), name);
    }
    case Type.AwaitExpression:
      return node.argument.type === Type.ImportExpression ? wholeModule(node.argument.source) : null;
    case Type.CallExpression:
      return isGlobal(node.callee, 'require', sourceCode) ? wholeModule(node.arguments[0]) : null;
    default:
      return null;
  }
}

/** A type such as `asyncio.TaskGroup`, as an annotation names it. */
export function importedType(type: Node | undefined, sourceCode: SourceCode): Imported | null {
  if (type === undefined) return null;
  if (type.type === Type.TSTypeReference) return importedType(type.typeName, sourceCode);
  if (type.type === Type.Identifier) return ofIdentifier(type, sourceCode, 0);
  if (type.type === Type.TSQualifiedName) return below(importedType(type.left, sourceCode), type.right.name);
  return null;
}

function ofIdentifier(node: TSESTree.Identifier, sourceCode: SourceCode, depth: number): Imported | null {
  const variable = variableOf(node, sourceCode);
  const definition = variable === null ? null : definitionOf(variable);
  if (definition === null) return null;
  const made = definition.node;
  switch (made.type) {
    case Type.ImportNamespaceSpecifier:
    case Type.ImportDefaultSpecifier:
      return { module: made.parent.source.value, path: [] };
    case Type.ImportSpecifier: {
      const name = made.imported.type === Type.Identifier ? made.imported.name : made.imported.value;
      return {
        module: (made.parent as TSESTree.ImportDeclaration).source.value,
        path: name === 'default' ? [] : [name],
      };
    }
    case Type.TSImportEqualsDeclaration:
      return made.moduleReference.type === Type.TSExternalModuleReference
        ? wholeModule(made.moduleReference.expression)
        : importedType(made.moduleReference, sourceCode);
    case Type.VariableDeclarator: {
      if (made.init === null) return null;
      const whole = imported(made.init, sourceCode, depth);
      if (made.id.type === Type.Identifier) return whole;
      return made.id.type === Type.ObjectPattern ? fromPattern(whole, made.id, node.name) : null;
    }
    default:
      return null;
  }
}

/** `const { sleep: pause } = asyncio` */
function fromPattern(whole: Imported | null, pattern: TSESTree.ObjectPattern, name: string): Imported | null {
  for (const property of pattern.properties) {
    if (property.type !== Type.Property || property.value.type !== Type.Identifier) continue;
    const key = keyName(property);
    if (property.value.name === name && key !== null) return below(whole, key);
  }
  return null;
}

function below(whole: Imported | null, name: string): Imported | null {
  if (whole === null) return null;
  return whole.path.length === 0 && name === 'default' ? whole : { module: whole.module, path: [...whole.path, name] };
}

function wholeModule(source: Node | undefined): Imported | null {
  return source?.type === Type.Literal && typeof source.value === 'string' ? { module: source.value, path: [] } : null;
}
