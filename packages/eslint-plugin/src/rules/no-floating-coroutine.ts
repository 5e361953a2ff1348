import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { wasted } from '../reading/wasted.js';

/** A coroutine that nobody awaits never runs. */
export const noFloatingCoroutine = createRule({
  name: 'no-floating-coroutine',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow coroutines that nobody awaits', recommended: 'error', requiresTypeChecking: true },
    messages: {
      floating:
        'Nobody awaits this coroutine, so its body never runs: "RuntimeWarning: coroutine … was never awaited". ' +
        'Write `{{wait}}` before it, or hand it to `create_task`.',
      outside:
        'Nobody awaits this coroutine, so its body never runs: "RuntimeWarning: coroutine … was never awaited". ' +
        'Outside of a coroutine, hand it to `asyncio.run`.',
      addWait: 'Write `{{wait}}` before it.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);
    function check(node: TSESTree.Expression): void {
      if (kindOf(node, reading) !== 'Coroutine') return;
      const body = bodyAround(node, reading);
      const wait = body?.style === 'generator' ? 'yield*' : 'await';
      if (body === null) {
        context.report({ node, messageId: 'outside' });
        return;
      }
      const isLoose = node.type === Type.CallExpression || node.type === Type.Identifier;
      context.report({
        node,
        messageId: 'floating',
        data: { wait },
        suggest: [
          {
            messageId: 'addWait',
            data: { wait },
            fix: (fixer) => [
              fixer.insertTextBefore(node, isLoose ? `${wait} ` : `${wait} (`),
              fixer.insertTextAfter(node, isLoose ? '' : ')'),
            ],
          },
        ],
      });
    }
    return {
      ExpressionStatement(statement) {
        for (const value of wasted(statement.expression)) check(value);
      },
    };
  },
});
