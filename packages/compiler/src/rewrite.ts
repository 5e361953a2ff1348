/** Goes through the syntax tree, and hands each node to the part of the compiler that knows it. */
import { visitAwait, visitExpressionStatement, visitYield } from './awaits.js';
import { visitBlock, visitOtherBlock, visitSwitchCase } from './blocks.js';
import { visitArrowFunction, visitFunctionDeclaration, visitFunctionExpression } from './functions.js';
import { Head } from './heads.js';
import {
  visitCall,
  visitIdentifier,
  visitMetaProperty,
  visitSuper,
  visitTaggedTemplate,
  visitThis,
} from './lexical.js';
import { visitForOf, visitLabeled } from './loops.js';
import {
  visitClassBody,
  visitClassMethod,
  visitClassPrivateMethod,
  visitField,
  visitObject,
  visitObjectMethod,
  visitObjectProperty,
} from './methods.js';
import { childrenOf, type Node } from './nodes.js';
import { visitForStatement, visitVariableDeclaration } from './resources.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor, Walk } from './walk.js';

type Visitors = { readonly [T in Node['type']]?: Visitor<Extract<Node, { type: T }>> };

const VISITORS: Visitors = {
  FunctionDeclaration: visitFunctionDeclaration,
  FunctionExpression: visitFunctionExpression,
  ArrowFunctionExpression: visitArrowFunction,

  ClassBody: visitClassBody,
  ClassMethod: visitClassMethod,
  ClassPrivateMethod: visitClassPrivateMethod,
  ClassProperty: visitField,
  ClassPrivateProperty: visitField,
  ClassAccessorProperty: visitField,
  ObjectExpression: visitObject,
  ObjectMethod: visitObjectMethod,
  ObjectProperty: visitObjectProperty,

  BlockStatement: visitBlock,
  StaticBlock: visitOtherBlock,
  TSModuleBlock: visitOtherBlock,
  SwitchCase: visitSwitchCase,
  ForOfStatement: visitForOf,
  ForStatement: visitForStatement,
  LabeledStatement: visitLabeled,
  VariableDeclaration: visitVariableDeclaration,
  ExpressionStatement: visitExpressionStatement,

  AwaitExpression: visitAwait,
  YieldExpression: visitYield,

  ThisExpression: visitThis,
  Identifier: visitIdentifier,
  MetaProperty: visitMetaProperty,
  Super: visitSuper,
  CallExpression: visitCall,
  OptionalCallExpression: visitCall,
  TaggedTemplateExpression: visitTaggedTemplate,
};

/** Rewrites a file; what it declares at its beginning is returned. */
export function rewrite(unit: Unit): Head {
  const head = new Head();
  const walk: Walk = { unit, visit, visitChildren };
  function visit(node: Node, scope: Scope): void {
    const visitor = VISITORS[node.type] as Visitor | undefined;
    if (visitor === undefined) visitChildren(node, scope);
    else visitor(node, scope, walk);
  }
  function visitChildren(node: Node, scope: Scope): void {
    for (const child of childrenOf(node)) visit(child, scope);
  }
  visitChildren(unit.program, {
    mode: 'native',
    block: head,
    body: head,
    lexical: null,
    derived: false,
    resources: null,
  });
  return head;
}
