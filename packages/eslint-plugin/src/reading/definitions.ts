/** What a name stands for, as far as one file tells it. */
import { AST_NODE_TYPES as Type, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import { around, isClass, isFunction, keyName, memberName, unwrap } from './syntax.js';
import type { ClassNode, Node, SourceCode } from './syntax.js';

type Variable = TSESLint.Scope.Variable;

/** The variable that an identifier reads. */
export function variableOf(identifier: TSESTree.Identifier, sourceCode: SourceCode): Variable | null {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(identifier);
  for (; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable !== undefined) return variable;
  }
  return null;
}

/** The only definition of a variable to which nothing is assigned later. */
export function definitionOf(variable: Variable): TSESLint.Scope.Definition | null {
  const [definition] = variable.defs;
  if (definition === undefined || variable.defs.length > 1) return null;
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true) ? null : definition;
}

/**
 * Follows an expression to what made its value: the function or class of a name, the initial value of a variable, the
 * member of a class or of an object. What can't be followed is returned as it is.
 */
export function origin(expression: Node, sourceCode: SourceCode, depth = 0): Node {
  const node = unwrap(expression);
  if (depth > 8) return node;
  const follow = (next: Node): Node => origin(next, sourceCode, depth + 1);
  if (node.type === Type.Identifier) {
    const variable = variableOf(node, sourceCode);
    const definition = variable === null ? null : definitionOf(variable);
    if (definition === null) return node;
    const made = definition.node;
    if (made.type === Type.FunctionDeclaration && definition.name === made.id) return made;
    if (isClass(made)) return made;
    const isInitialized =
      made.type === Type.VariableDeclarator && made.id.type === Type.Identifier && made.init !== null;
    return isInitialized ? follow(made.init as Node) : node;
  }
  if (node.type === Type.MemberExpression) {
    const name = memberName(node);
    if (name !== null) return memberOf(node.object, name, sourceCode, follow) ?? node;
  }
  return node;
}

function memberOf(object: Node, name: string, sourceCode: SourceCode, follow: (node: Node) => Node): Node | null {
  if (object.type === Type.ThisExpression) {
    const home = classAround(object);
    return home === null ? null : classMember(home.class, name, home.static);
  }
  const holder = follow(object);
  if (holder.type === Type.ObjectExpression) {
    const property = holder.properties.find(
      (candidate) => candidate.type === Type.Property && keyName(candidate) === name,
    );
    return property?.type === Type.Property ? follow(property.value) : null;
  }
  if (isClass(holder)) return classMember(holder, name, true);
  if (holder.type === Type.NewExpression) {
    const made = follow(holder.callee);
    return isClass(made) ? classMember(made, name, false) : null;
  }
  return null;
}

/** The class whose `this` a node means. */
function classAround(node: Node): { class: ClassNode; static: boolean } | null {
  for (const [outer] of around(node)) {
    if (outer.type === Type.MethodDefinition || outer.type === Type.PropertyDefinition) {
      return { class: outer.parent.parent, static: outer.static };
    }
    const bindsThis = isFunction(outer) && outer.type !== Type.ArrowFunctionExpression;
    if (bindsThis && outer.parent?.type !== Type.MethodDefinition) return null;
  }
  return null;
}

function classMember(holder: ClassNode, name: string, isStatic: boolean): Node | null {
  for (const member of holder.body.body) {
    if (member.type === Type.MethodDefinition && member.kind === 'method') {
      if (member.static === isStatic && keyName(member) === name) return member;
    }
    if (member.type === Type.PropertyDefinition && member.value !== null) {
      if (member.static === isStatic && keyName(member) === name) return unwrap(member.value);
    }
  }
  return null;
}
