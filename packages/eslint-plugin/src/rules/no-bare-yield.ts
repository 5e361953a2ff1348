import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { isAwaitable, kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { isFunction, type Node } from '../reading/syntax.js';

/** In generator style `yield*` is `await`; a bare `yield` of something to wait for is an error. */
export const noBareYield = createRule({
  name: 'no-bare-yield',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require `yield*`, not `yield`, to wait in generator style',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      bare:
        'A bare `yield` hands this to the task as it is, which refuses it: "RuntimeError: Task got bad yield". ' +
        'In generator style `yield*` is `await`.',
      value:
        'A coroutine gives no values out, so the task refuses this one: "RuntimeError: Task got bad yield". Wrap an ' +
        'asynchronous generator in `asyncio.asyncgen`, and write `yield* asyncio.yield_(…)` in it.',
    },
    fixable: 'code',
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);
    return {
      YieldExpression(node) {
        if (node.delegate || node.argument === null) return;
        const body = bodyAround(node, reading);
        if (body?.style !== 'generator') return;
        if (isAwaitable(kindOf(node.argument, reading))) {
          const [word] = context.sourceCode.getFirstTokens(node, 1);
          context.report({
            node,
            messageId: 'bare',
            fix: (fixer) => (word === undefined ? null : fixer.insertTextAfter(word, '*')),
          });
        } else if (!body.isAsyncGenerator && isPlainValue(node.argument)) {
          context.report({ node, messageId: 'value' });
        }
      },
    };
  },
});

const VALUES: ReadonlySet<Type> = new Set([
  Type.TemplateLiteral,
  Type.ArrayExpression,
  Type.ObjectExpression,
  Type.BinaryExpression,
]);

/** What surely is nothing to wait for. */
function isPlainValue(node: Node): boolean {
  return VALUES.has(node.type) || isFunction(node) || (node.type === Type.Literal && node.value !== null);
}
