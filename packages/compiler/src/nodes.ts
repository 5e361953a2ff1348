/** Questions about nodes of the syntax tree. */
import type {
  ArrowFunctionExpression,
  ClassMethod,
  ClassPrivateMethod,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  ObjectMethod,
  ParenthesizedExpression,
  TSAsExpression,
  TSNonNullExpression,
  TSSatisfiesExpression,
  TSTypeAssertion,
} from '@babel/types';

export type { Node } from '@babel/types';

/** Whatever has parameters and a body. */
export type FunctionNode =
  FunctionDeclaration | FunctionExpression | ArrowFunctionExpression | ObjectMethod | ClassMethod | ClassPrivateMethod;

/** Where a node begins in the source. */
export function startOf(node: Node): number {
  return node.start as number;
}

/** Where a node ends in the source. */
export function endOf(node: Node): number {
  return node.end as number;
}

/** What of TypeScript's own syntax contains code; the rest are types, and nothing in a type is rewritten. */
const WITH_CODE = new Set([
  ...['TSAsExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'TSNonNullExpression', 'TSInstantiationExpression'],
  ...['TSExportAssignment', 'TSImportEqualsDeclaration', 'TSParameterProperty'],
  ...['TSEnumDeclaration', 'TSEnumBody', 'TSEnumMember', 'TSModuleDeclaration', 'TSModuleBlock'],
]);

function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { type?: unknown };
  return typeof type === 'string' && (!type.startsWith('TS') || WITH_CODE.has(type));
}

/** The fields of a node that hold no nodes. */
const NO_NODES = new Set(['type', 'start', 'end', 'loc', 'extra']);

const known = new WeakMap<Node, readonly Node[]>();

/** The nodes right below one. They are looked for once: a tree isn't changed. */
export function childrenOf(node: Node): readonly Node[] {
  let children = known.get(node);
  if (children === undefined) known.set(node, (children = findChildren(node)));
  return children;
}

function findChildren(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const [field, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null || NO_NODES.has(field)) continue;
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Whether a node is a function, of whatever kind. */
export function isFunction(node: Node): node is FunctionNode {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

/** Whether a node is an `async` function that has a body to be rewritten. */
export function isAsyncFunction(node: Node): node is FunctionNode {
  return isFunction(node) && node.async === true;
}

type Wrapping =
  ParenthesizedExpression | TSAsExpression | TSSatisfiesExpression | TSNonNullExpression | TSTypeAssertion;

/** Whether a node is another expression, in parentheses or with a type. */
export function isWrapping(node: Node): node is Wrapping {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return true;
    default:
      return false;
  }
}

/** The expression without parentheses and types around it. */
export function withoutWrapping(node: Node): Node {
  return isWrapping(node) ? withoutWrapping(node.expression) : node;
}

/** The names that a pattern binds. */
export function boundNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'ObjectProperty':
      return boundNames(pattern.value);
    case 'VariableDeclarator':
      return boundNames(pattern.id);
    default:
      return childrenOf(pattern).flatMap(boundNames);
  }
}

/** The nodes right below one that share its `this`, `arguments`, `super` and `new.target`. */
function lexicalChildrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'StaticBlock':
      return [];
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
      return [...(node.computed ? [node.key] : []), ...(node.decorators ?? [])];
    case 'ClassPrivateMethod':
    case 'ClassPrivateProperty':
      return node.decorators ?? [];
    default:
      return childrenOf(node);
  }
}

/** Whether something of the kind occurs in a function, as far as it is about the function's own `this` and so on. */
export function mentions(fn: FunctionNode, test: (node: Node) => boolean): boolean {
  const search = (node: Node): boolean => test(node) || lexicalChildrenOf(node).some(search);
  return [...fn.params, fn.body].some(search);
}

/** Whether something of the kind is or occurs in a node. */
export function occursIn(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => occursIn(child, test));
}

/** Whether something of the kind occurs anywhere in a function. */
export function contains(fn: FunctionNode, test: (node: Node) => boolean): boolean {
  return [...fn.params, fn.body].some((part) => occursIn(part, test));
}

/** How many arguments a function counts as expecting: its `length`. */
export function lengthOf(fn: FunctionNode): number {
  const params = fn.params.filter((param) => !(param.type === 'Identifier' && param.name === 'this'));
  const optional = params.findIndex((param) => param.type === 'AssignmentPattern' || param.type === 'RestElement');
  return optional === -1 ? params.length : optional;
}
