/**
 * What an arrow function takes from its surroundings besides variables: `this`, `arguments`, `new.target`, `super`.
 *
 * A rewritten arrow function has a generator function for its body, which has its own of all these. The outermost arrow
 * function that is rewritten gets them from its surroundings as variables; the inner ones see those. Only `this` is
 * handed on each time, except in the constructor of a derived class, where it may not be there yet.
 */
import type { ArrowFunctionExpression, CallExpression, Identifier, OptionalCallExpression } from '@babel/types';
import { endOf, mentions, startOf, type Node } from './nodes.js';
import { findToken } from './scanner.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor } from './walk.js';

/** The names of the variables, or null where nothing needs one. */
export interface Lexical {
  readonly this: string | null;
  readonly arguments: string | null;
  readonly newTarget: string | null;
  readonly super: string | null;
  readonly superCall: string | null;
}

const isThis = (node: Node): boolean =>
  node.type === 'ThisExpression' || (node.type === 'JSXIdentifier' && node.name === 'this');

const isSuperCall = (node: Node): boolean => node.type === 'CallExpression' && node.callee.type === 'Super';

/** `super.m()` is called on `this`. */
const isSuper = (node: Node): boolean =>
  (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') && node.object.type === 'Super';

/** Whether `super` occurs in a function: that needs to stay a method then. */
export function isSuperReference(node: Node): boolean {
  return node.type === 'Super';
}

/** Whether a function has to be told of the `this` around it. */
export function mentionsThis(fn: ArrowFunctionExpression): boolean {
  return mentions(fn, (node) => isThis(node) || isSuper(node));
}

function isArguments(node: Node, unit: Unit): node is Identifier {
  if (node.type !== 'Identifier' || node.name !== 'arguments') return false;
  const parent = unit.parentOf(node);
  if (parent === undefined) return true;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node || parent.computed;
    case 'ObjectProperty':
      return parent.value === node || parent.computed;
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
      return parent.key !== node || parent.computed;
    default:
      return true;
  }
}

/** What an arrow function, the outermost that is rewritten, needs from its surroundings. */
export function needsOf(arrow: ArrowFunctionExpression, scope: Scope, unit: Unit): Lexical {
  const named = (name: string, test: (node: Node) => boolean): string | null =>
    mentions(arrow, test) ? unit.unique(name) : null;
  return {
    this: scope.derived ? named('this$', (node) => isThis(node) || isSuper(node)) : null,
    arguments: named('arguments$', (node) => isArguments(node, unit)),
    newTarget: named('newTarget$', (node) => node.type === 'MetaProperty' && node.meta.name === 'new'),
    super: named('super$', isSuper),
    superCall: named('superCall$', isSuperCall),
  };
}

/** The variables and their values, as the parameters and arguments of a function around the arrow function. */
export function given(lexical: Lexical, unit: Unit): { parameters: string; values: string } | null {
  const values: [string | null, () => string][] = [
    [lexical.this, () => '() => this'],
    [lexical.arguments, () => 'arguments'],
    [lexical.newTarget, () => 'new.target'],
    [lexical.super, () => `${unit.runtime('superOf')}((key) => super[key], (key, value) => { super[key] = value; })`],
    [lexical.superCall, () => '(...args) => super(...args)'],
  ];
  const needed = values.filter(([name]) => name !== null);
  if (needed.length === 0) return null;
  return {
    parameters: needed.map(([name]) => name).join(', '),
    values: needed.map(([, value]) => value()).join(', '),
  };
}

/** `this` */
export const visitThis: Visitor = (node, scope, { unit }) => {
  if (scope.lexical?.this != null) unit.replace(startOf(node), endOf(node), `${scope.lexical.this}()`);
};

/** `arguments` */
export const visitIdentifier: Visitor<Identifier> = (node, scope, { unit }) => {
  const name = scope.lexical?.arguments;
  if (name == null || !isArguments(node, unit)) return;
  const parent = unit.parentOf(node);
  const shorthand = parent?.type === 'ObjectProperty' && parent.shorthand;
  unit.replace(startOf(node), endOf(node), shorthand ? `arguments: ${name}` : name);
};

/** `new.target` */
export const visitMetaProperty: Visitor = (node, scope, { unit }) => {
  const name = scope.lexical?.newTarget;
  if (name != null && node.type === 'MetaProperty' && node.meta.name === 'new') {
    unit.replace(startOf(node), endOf(node), name);
  }
};

/** `super`, which stands for the variable wherever it is read or written. */
export const visitSuper: Visitor = (node, scope, { unit }) => {
  const parent = unit.parentOf(node);
  const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
  const name = isCalled ? scope.lexical?.superCall : scope.lexical?.super;
  if (name != null) unit.replace(startOf(node), endOf(node), name);
};

/** `super.m()`, which is a call on `this`. */
export const visitCall: Visitor<CallExpression | OptionalCallExpression> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  const lexical = scope.lexical;
  if (lexical?.super == null || !isSuper(node.callee)) return;
  const self = lexical.this === null ? 'this' : `${lexical.this}()`;
  const types = node.typeArguments ?? node.typeParameters;
  const open = findToken(unit.source, '(', types == null ? endOf(node.callee) : endOf(types));
  const optional = node.type === 'OptionalCallExpression' && node.optional;
  unit.replace(
    endOf(node.callee),
    open.end,
    `${optional ? '?' : ''}.call(${self}${node.arguments.length > 0 ? ', ' : ''}`,
  );
};

/** A template that `super.tag` is called with. */
export const visitTaggedTemplate: Visitor = (node, scope, walk) => {
  walk.visitChildren(node, scope);
  const lexical = scope.lexical;
  if (node.type !== 'TaggedTemplateExpression' || lexical?.super == null || !isSuper(node.tag)) return;
  walk.unit.insert(endOf(node.tag), `.bind(${lexical.this === null ? 'this' : `${lexical.this}()`})`);
};
