import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { isForeignPromise } from '../reading/promises.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';

/** A promise can't be iterated, so `yield*` of one needs `await_`. */
export const noYieldStarPromise = createRule({
  name: 'no-yield-star-promise',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require `await_` around promises in generator style',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      promise:
        '`yield*` iterates, and a promise is not iterable: this raises a TypeError. Write `yield* asyncio.await_(…)`, ' +
        'which waits for it; a cancellation ends the wait at once.',
    },
    fixable: 'code',
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);
    return {
      YieldExpression(node) {
        const { argument } = node;
        if (!node.delegate || argument === null || bodyAround(node, reading)?.style !== 'generator') return;
        if (!isForeignPromise(argument, reading)) return;
        const name = spell('await_', reading);
        const inner = argument.type === Type.SequenceExpression ? null : argument;
        context.report({
          node: argument,
          messageId: 'promise',
          fix: (fixer) =>
            name === null || inner === null
              ? null
              : [fixer.insertTextBefore(inner, `${name}(`), fixer.insertTextAfter(inner, ')')],
        });
      },
    };
  },
});
