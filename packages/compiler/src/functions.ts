/** `async` functions: declarations, expressions and arrow functions become generator functions. */
import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from '@babel/types';
import { Head } from './heads.js';
import { given, mentionsThis, needsOf } from './lexical.js';
import { inferredKey, keyOf, type Key } from './names.js';
import { contains, endOf, isAsyncFunction, lengthOf, startOf, type FunctionNode, type Node } from './nodes.js';
import { findToken, skipBlank } from './scanner.js';
import type { Unit } from './unit.js';
import type { Mode, Scope, Visitor, Walk } from './walk.js';

/** What a function is rewritten to. */
export function modeOf(fn: FunctionNode): 'coroutine' | 'asyncgen' {
  return fn.type !== 'ArrowFunctionExpression' && fn.generator === true ? 'asyncgen' : 'coroutine';
}

/** The scope inside a function that has its own `this`. */
export function inside(fn: Node, mode: Mode, scope: Scope, unit: Unit): Scope {
  return { ...scope, mode, lexical: null, derived: isConstructorOfDerived(fn, unit), resources: null };
}

function isConstructorOfDerived(fn: Node, unit: Unit): boolean {
  if (fn.type !== 'ClassMethod' || fn.kind !== 'constructor') return false;
  const body = unit.parentOf(fn);
  const owner = body === undefined ? undefined : unit.parentOf(body);
  return owner?.type === 'ClassDeclaration' || owner?.type === 'ClassExpression' ? owner.superClass != null : false;
}

/** Where the parameters of a function begin: at its types or at the parenthesis. */
function parametersStart(fn: FunctionNode, from: number, unit: Unit): number {
  return fn.typeParameters == null ? findToken(unit.source, '(', from).start : startOf(fn.typeParameters);
}

/** What stands around a generator function that has a name which it doesn't bind. */
function generatorNamed(key: Key | null): { open: string; close: string } {
  return key === null ? { open: 'function* ', close: '' } : { open: `{ *${key.text}`, close: ` }${key.access}` };
}

/** `async function f() {}` */
export const visitFunctionDeclaration: Visitor<FunctionDeclaration> = (node, scope, walk) => {
  const { unit } = walk;
  if (!isAsyncFunction(node)) {
    walk.visitChildren(node, inside(node, 'native', scope, unit));
    return;
  }
  const mode = modeOf(node);
  walk.visitChildren(node, inside(node, mode, scope, unit));
  const name = node.id?.name ?? unit.unique('default$');
  const body = unit.unique(`${name}$`);
  const start = unit.runtime(mode === 'coroutine' ? 'start' : 'startAsyncgen');
  // Otherwise a body that is strict on its own account would get the `this` of sloppy functions.
  const strict = node.body.directives.some(({ value }) => value.value === 'use strict') ? `'use strict'; ` : '';
  const call = `return ${start}(${body}, this, arguments, ${name}, new.target);`;
  const wrapper = `function ${name}(${unit.parameters(lengthOf(node))}) { ${strict}${call} }`;
  const headerEnd = node.id == null ? parametersStart(node, startOf(node), unit) : endOf(node.id);
  unit.replace(startOf(node), headerEnd, `${wrapper} function* ${body}`);
  const shown = node.id == null ? 'default' : name;
  const declare = unit.runtime(mode === 'coroutine' ? 'declare' : 'declareAsyncgen');
  scope.block.mark(`${declare}(${name}, ${body}, ${JSON.stringify(shown)})`);
};

/** `async function () {}` as an expression. */
export const visitFunctionExpression: Visitor<FunctionExpression> = (node, scope, walk) => {
  const { unit } = walk;
  if (!isAsyncFunction(node)) {
    walk.visitChildren(node, inside(node, 'native', scope, unit));
    return;
  }
  const mode = modeOf(node);
  walk.visitChildren(node, inside(node, mode, scope, unit));
  const own = node.id?.name;
  const { open, close } = generatorNamed(own === undefined ? inferredKey(node, unit) : keyOf(own));
  const start = parametersStart(node, node.id == null ? startOf(node) : endOf(node.id), unit);
  unit.replace(startOf(node), start, `${unit.runtime(mode)}(${open}`);
  unit.after(node, `${close})`);
  if (own === undefined || !contains(node, (inner) => inner.type === 'Identifier' && inner.name === own)) return;
  // The name is bound in the function, and nowhere else.
  unit.before(node, `(() => { const ${own} = `);
  unit.after(node, `; return ${own}; })()`);
};

/** `async () => {}` */
export const visitArrowFunction: Visitor<ArrowFunctionExpression> = (node, scope, walk) => {
  const { unit } = walk;
  if (!node.async) {
    walk.visitChildren(node, { ...scope, mode: 'native', resources: null });
    return;
  }
  const lexical = scope.lexical ?? needsOf(node, scope, unit);
  const { open, close } = generatorNamed(inferredKey(node, unit));
  rewriteParameters(node, open, unit);
  rewriteBody(node, { ...scope, mode: 'coroutine', lexical, resources: null }, walk);
  const self = lexical.this === null && mentionsThis(node) ? ', this' : '';
  unit.after(node, `${close}${self})`);
  const values = scope.lexical === null ? given(lexical, unit) : null;
  if (values === null) return;
  unit.before(node, `((${values.parameters}) => `);
  unit.after(node, `)(${values.values})`);
};

/** `async x` becomes `_asyncio.arrow(function* (x)`. */
function rewriteParameters(node: ArrowFunctionExpression, open: string, unit: Unit): void {
  const start = startOf(node);
  const next = skipBlank(unit.source, start + 'async'.length);
  unit.replace(start, next, `${unit.runtime('arrow')}(${open}`);
  const [only] = node.params;
  if (only === undefined || startOf(only) !== next) return;
  unit.before(only, '(');
  unit.after(only, ')');
}

/** `=> body` becomes a block. */
function rewriteBody(node: ArrowFunctionExpression, scope: Scope, walk: Walk): void {
  const { unit } = walk;
  const isBlock = node.body.type === 'BlockStatement';
  const head = new Head();
  const inner = isBlock ? scope : { ...scope, block: head, body: head };
  for (const param of node.params) walk.visit(param, scope);
  walk.visit(node.body, inner);
  const before = [node.typeParameters, ...node.params, node.returnType, node.predicate].filter((part) => part != null);
  const from = Math.max(startOf(node) + 'async'.length, ...before.map((part) => endOf(part)));
  const arrow = findToken(unit.source, '=>', from);
  const declared = head.toString();
  unit.replace(arrow.start, arrow.end, isBlock ? '' : `{ ${declared === '' ? '' : `${declared} `}return (`);
  if (!isBlock) unit.after(node, ') }');
}
