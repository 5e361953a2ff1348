/**
 * Which names of a module stand for values somewhere in it: an import that only types mention isn't there at run time.
 */
import type { ClassDeclaration, ClassExpression, Program } from '@babel/types';
import { childrenOf, isFunction, type FunctionNode, type Node } from '../nodes.js';
import { isAmbient } from './ambient.js';

interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | null;
  /** Where `var` declares. */
  readonly ofFunction: Scope;
}

/** The names of the values of a module. */
export interface Values {
  /** Those that are mentioned outside of the scopes that declare them anew. */
  readonly mentioned: ReadonlySet<string>;
  /** Those that the module itself declares. */
  readonly declared: ReadonlySet<string>;
}

/** Looks for the names that stand for values. */
export function valuesOf(program: Program): Values {
  const walk = new Walk();
  const module = functionIn(null);
  walk.visitChildren(program, module);
  const mentioned = walk.references.filter(([name, scope]) => !isHidden(name, scope)).map(([name]) => name);
  return { mentioned: new Set(mentioned), declared: module.names };
}

/** Whether a scope inside of the module declares a name. */
function isHidden(name: string, scope: Scope): boolean {
  return scope.outer !== null && (scope.names.has(name) || isHidden(name, scope.outer));
}

class Walk {
  readonly references: [string, Scope][] = [];

  visitChildren(node: Node, scope: Scope): void {
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  visit(node: Node, scope: Scope): void {
    if (isAmbient(node)) return;
    if (isFunction(node)) {
      this.#visitFunction(node, scope);
      return;
    }
    switch (node.type) {
      case 'Identifier':
        this.references.push([node.name, scope]);
        return;
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          this.#declare(id, node.kind === 'var' ? scope.ofFunction : scope, scope);
          if (init != null) this.visit(init, scope);
        }
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#visitClass(node, scope);
        return;
      case 'CatchClause': {
        const inner = blockIn(scope);
        if (node.param != null) this.#declare(node.param, inner, inner);
        this.visit(node.body, inner);
        return;
      }
      case 'BlockStatement':
      case 'SwitchStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        this.visitChildren(node, blockIn(scope));
        return;
      case 'StaticBlock':
        this.visitChildren(node, functionIn(scope));
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        this.visit(node.object, scope);
        if (node.computed) this.visit(node.property, scope);
        return;
      case 'ObjectProperty':
      case 'ClassProperty':
      case 'ClassAccessorProperty':
        if (node.computed) this.visit(node.key, scope);
        if (node.value != null) this.visit(node.value, scope);
        return;
      case 'LabeledStatement':
        this.visit(node.body, scope);
        return;
      case 'ExportNamedDeclaration':
        if (node.source == null && node.exportKind !== 'type') this.visitChildren(node, scope);
        return;
      case 'ExportSpecifier':
        if (node.exportKind !== 'type') this.visit(node.local, scope);
        return;
      case 'ImportDeclaration':
      case 'MetaProperty':
      case 'PrivateName':
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      default:
        this.visitChildren(node, scope);
    }
  }

  #visitFunction(node: FunctionNode, scope: Scope): void {
    const inner = functionIn(scope);
    if ('id' in node && node.id != null) (node.type === 'FunctionDeclaration' ? scope : inner).names.add(node.id.name);
    if ('key' in node && 'computed' in node && node.computed) this.visit(node.key, scope);
    for (const param of node.params) this.#declare(param, inner, inner);
    this.visit(node.body, inner);
  }

  #visitClass(node: ClassDeclaration | ClassExpression, scope: Scope): void {
    const inner = node.type === 'ClassDeclaration' ? scope : blockIn(scope);
    if (node.id != null) inner.names.add(node.id.name);
    if (node.superClass != null) this.visit(node.superClass, inner);
    this.visit(node.body, inner);
  }

  /** What a pattern declares in one scope; the expressions in it stand in another one. */
  #declare(pattern: Node, into: Scope, scope: Scope): void {
    switch (pattern.type) {
      case 'Identifier':
        into.names.add(pattern.name);
        return;
      case 'AssignmentPattern':
        this.#declare(pattern.left, into, scope);
        this.visit(pattern.right, scope);
        return;
      case 'RestElement':
        this.#declare(pattern.argument, into, scope);
        return;
      case 'ObjectProperty':
        if (pattern.computed) this.visit(pattern.key, scope);
        this.#declare(pattern.value, into, scope);
        return;
      default:
        for (const child of childrenOf(pattern)) this.#declare(child, into, scope);
    }
  }
}

function blockIn(outer: Scope): Scope {
  return { names: new Set(), outer, ofFunction: outer.ofFunction };
}

function functionIn(outer: Scope | null): Scope {
  const scope = { names: new Set<string>(), outer };
  return Object.assign(scope, { ofFunction: scope as Scope });
}
