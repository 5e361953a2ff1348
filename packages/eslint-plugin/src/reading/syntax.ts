/** Questions that the syntax tree alone answers. */
import { AST_NODE_TYPES as Type, type TSESLint, type TSESTree } from '@typescript-eslint/utils';

export type SourceCode = Readonly<TSESLint.SourceCode>;
export type Node = TSESTree.Node;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** An expression without what only the type checker cares for: `x as T`, `x!`, and the shell of `a?.b`. */
export function unwrap(node: Node): Node {
  switch (node.type) {
    case Type.TSAsExpression:
    case Type.TSNonNullExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSTypeAssertion:
    case Type.TSInstantiationExpression:
    case Type.ChainExpression:
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The same upwards: the outermost node that means nothing but this one. */
export function wrapped(node: Node): Node {
  const parent = node.parent;
  return parent !== undefined && unwrap(parent) !== parent && unwrap(parent) === unwrap(node) ? wrapped(parent) : node;
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === Type.FunctionDeclaration ||
    node?.type === Type.FunctionExpression ||
    node?.type === Type.ArrowFunctionExpression
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === Type.ClassDeclaration || node?.type === Type.ClassExpression;
}

/** The name of a property, of a member of a class or of a key in a pattern, where the source says it. */
export function keyName(holder: { readonly computed: boolean; readonly key: Node }): string | null {
  if (!holder.computed && holder.key.type === Type.Identifier) return holder.key.name;
  return holder.key.type === Type.Literal && typeof holder.key.value === 'string' ? holder.key.value : null;
}

/** The name after the dot of `object.name` or `object['name']`. */
export function memberName(node: TSESTree.MemberExpression): string | null {
  return keyName({ computed: node.computed, key: node.property });
}

/** The nodes around a node, from the inside out, each with the one inside that leads to the node. */
export function* around(node: Node): Generator<readonly [outer: Node, inner: Node]> {
  // ESLint gives the program a parent that is null, which the types don't say.
  let [inner, outer] = [node, node.parent as Node | null | undefined];
  while (outer !== null && outer !== undefined) {
    yield [outer, inner];
    [inner, outer] = [outer, outer.parent];
  }
}

/** The function around a node; `null` at the top of a file and in what runs when a class is made. */
export function functionAround(node: Node): FunctionNode | null {
  for (const [outer, inner] of around(node)) {
    if (isFunction(outer)) return outer;
    if (outer.type === Type.StaticBlock) return null;
    if (outer.type === Type.PropertyDefinition && outer.value === inner) return null;
  }
  return null;
}

/** A node and what is inside it, in the order of the source, without what belongs to functions inside. */
export function* ownNodes(node: Node, sourceCode: SourceCode): Generator<Node> {
  yield node;
  for (const key of sourceCode.visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>)[key];
    for (const inner of Array.isArray(child)
      ? (child as readonly (Node | null)[])
      : [child as Node | null | undefined]) {
      if (inner !== null && inner !== undefined && !isFunction(inner) && !isClass(inner)) {
        yield* ownNodes(inner, sourceCode);
      }
    }
  }
}

/** Whether a body waits at this node: at `await`, `yield*`, `for await` or `await using`. */
export function isWait(node: Node): boolean {
  switch (node.type) {
    case Type.AwaitExpression:
      return true;
    case Type.YieldExpression:
      return node.delegate;
    case Type.ForOfStatement:
      return node.await;
    case Type.VariableDeclaration:
      return node.kind === 'await using';
    default:
      return false;
  }
}

/** What an `await` or a `yield*` waits for. */
export function waitedFor(node: Node): Node | null {
  if (node.type === Type.AwaitExpression) return unwrap(node.argument);
  if (node.type === Type.YieldExpression && node.delegate && node.argument !== null) return unwrap(node.argument);
  return null;
}

/** The value of a keyword in an argument such as `{ timeout: 1 }`. */
export function keyword(argument: Node | undefined, name: string): Node | null {
  if (argument?.type !== Type.ObjectExpression) return null;
  for (const property of argument.properties) {
    if (property.type === Type.Property && keyName(property) === name) return unwrap(property.value);
  }
  return null;
}

/** Whether a name stands for what the host or the language gives, not for something of the file. */
export function isGlobal(node: Node, name: string, sourceCode: SourceCode): boolean {
  if (node.type !== Type.Identifier || node.name !== name) return false;
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable.defs.length === 0;
  }
  return true;
}
