import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { imported } from '../reading/imports.js';
import { Reading } from '../reading/reading.js';
import { isGlobal, memberName, ownNodes, unwrap } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

export interface Options {
  readonly calls?: readonly string[];
  readonly allow?: readonly string[];
}

/**
 * Modules of Node whose functions with `Sync` at the end of their names wait for the disk, a process or a long
 * computation.
 */
const MODULES: ReadonlySet<string> = new Set(['fs', 'child_process', 'zlib', 'crypto', 'dns']);

/** What blocks in every host, or in browsers. */
const GLOBALS: readonly string[] = ['Atomics.wait', 'alert', 'confirm', 'prompt'];

/** While a coroutine blocks, no other runs. */
export const noBlockingCall = createRule<[Options], 'blocking' | 'busy'>({
  name: 'no-blocking-call',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow calls that block the loop in coroutines', recommended: 'error' },
    messages: {
      blocking:
        '`{{name}}` stops the whole thread until it is done: no other task, timer or socket gets a turn meanwhile. Await ' +
        'an asynchronous counterpart, or let another thread do it.',
      busy:
        'This loop waits by looking at the clock, and stops the whole thread meanwhile. Await `asyncio.sleep(…)`, with ' +
        'a time in seconds.',
    },
    schema: [
      {
        type: 'object',
        properties: {
          calls: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Further calls that block, as they are written: `sharp.sync`, `readConfiguration`.',
          },
          allow: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Calls that are allowed, by the name of the function: `existsSync`.',
          },
        },
        additionalProperties: false,
      },
    ],
  },
  defaultOptions: [{}],
  create(context, [{ calls = [], allow = [] }]) {
    const reading = Reading.of(context);

    function blockingName(callee: Node): string | null {
      const written = context.sourceCode.getText(callee);
      if (calls.includes(written)) return written;
      const from = imported(callee, context.sourceCode);
      if (from !== null) {
        const name = from.path.at(-1) ?? '';
        return name.endsWith('Sync') && MODULES.has(from.module.replace(/^node:/, '')) ? name : null;
      }
      const root = callee.type === Type.MemberExpression ? callee.object : callee;
      const isKnown = GLOBALS.includes(written) && root.type === Type.Identifier;
      return isKnown && isGlobal(root, root.name, context.sourceCode) ? written : null;
    }

    function readsClock(test: Node): boolean {
      for (const node of ownNodes(test, context.sourceCode)) {
        if (node.type !== Type.CallExpression || node.callee.type !== Type.MemberExpression) continue;
        const { object } = node.callee;
        const isClock = ['Date', 'performance'].some((name) => isGlobal(object, name, context.sourceCode));
        if (isClock && memberName(node.callee) === 'now') return true;
      }
      return false;
    }

    return {
      CallExpression(node) {
        const name = blockingName(unwrap(node.callee));
        if (name === null || allow.includes(name) || bodyAround(node, reading) === null) return;
        context.report({ node, messageId: 'blocking', data: { name } });
      },
      WhileStatement(node) {
        const isEmpty = node.body.type === Type.EmptyStatement || isEmptyBlock(node.body);
        if (isEmpty && readsClock(node.test) && bodyAround(node, reading) !== null) {
          context.report({ node, messageId: 'busy' });
        }
      },
    };
  },
});

function isEmptyBlock(node: Node): boolean {
  return node.type === Type.BlockStatement && node.body.length === 0;
}
