/** Blocks: what is declared at their beginning, and the `try` around those that hold resources. */
import type { BlockStatement, StaticBlock, SwitchCase, TSModuleBlock } from '@babel/types';
import { Head } from './heads.js';
import { endOf, isFunction, startOf } from './nodes.js';
import { closing, holdsResources, opening } from './resources.js';
import type { Unit } from './unit.js';
import type { Visitor } from './walk.js';

/** `{ … }` */
export const visitBlock: Visitor<BlockStatement> = (node, scope, walk) => {
  const { unit } = walk;
  const resources = scope.mode !== 'native' && holdsResources(node.body) ? unit.unique('scope$') : null;
  const head = new Head(resources === null ? '' : opening(resources, unit));
  const parent = unit.parentOf(node);
  const body = parent !== undefined && isFunction(parent) ? head : scope.body;
  walk.visitChildren(node, { ...scope, block: head, body, resources });
  insertHead(head, node, unit);
  if (resources !== null) unit.insert(endOf(node) - 1, closing(resources, unit));
};

/** The block of a class, or of a namespace. */
export const visitOtherBlock: Visitor<StaticBlock | TSModuleBlock> = (node, scope, walk) => {
  const head = new Head();
  const own = node.type === 'StaticBlock' ? { ...scope, lexical: null, derived: false } : scope;
  walk.visitChildren(node, { ...own, block: head, body: head, mode: 'native', resources: null });
  const [first] = node.body;
  if (first !== undefined) insert(head, startOf(first), walk.unit);
};

/** A case of a switch: what is declared there is visible in the others, but has to be marked somewhere. */
export const visitSwitchCase: Visitor<SwitchCase> = (node, scope, walk) => {
  const head = new Head();
  walk.visitChildren(node, { ...scope, block: head });
  const [first] = node.consequent;
  if (first !== undefined) insert(head, startOf(first), walk.unit);
};

function insertHead(head: Head, node: BlockStatement, unit: Unit): void {
  const text = head.toString();
  if (text === '') return;
  const directive = node.directives.at(-1);
  if (directive === undefined) unit.insert(startOf(node) + 1, ` ${text}`);
  else unit.insert(endOf(directive), `; ${text}`);
}

function insert(head: Head, position: number, unit: Unit): void {
  const text = head.toString();
  if (text !== '') unit.insert(position, `${text} `);
}
