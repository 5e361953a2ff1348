import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { hostSleep } from '../reading/host-sleep.js';
import { isUninterruptible } from '../reading/promises.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { ownNodes } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** A native body that awaits a foreign promise can't be cancelled meanwhile. */
export const noUnwrappedPromise = createRule({
  name: 'no-unwrapped-promise',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require `wrap_future` around foreign promises that a native coroutine awaits',
      recommended: 'warn',
      compiled: 'off',
      requiresTypeChecking: true,
    },
    messages: {
      unwrapped:
        'A cancellation or a timeout can’t interrupt this wait, since the promise isn’t the library’s: it arrives only ' +
        'when the promise is settled. Write `await asyncio.wrap_future(…)`, if you can with `{ cancel: () => … }`.',
      wrap: 'Put `wrap_future` around it.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    /** `fetch(address, { signal: asyncio.abort_signal() })` is told of the cancellation in its own way. */
    function isSignalled(promise: Node): boolean {
      for (const node of ownNodes(promise, context.sourceCode)) {
        if (node.type === Type.CallExpression && reading.nameOf(node.callee) === 'abort_signal') return true;
      }
      return false;
    }

    return {
      AwaitExpression(node) {
        const body = bodyAround(node, reading);
        const { argument } = node;
        if (body === null || body.compiled || hostSleep(argument, reading) !== null) return;
        if (!isUninterruptible(argument, reading) || isSignalled(argument)) return;
        const name = spell('wrap_future', reading);
        context.report({
          node: argument,
          messageId: 'unwrapped',
          suggest:
            name === null
              ? []
              : [
                  {
                    messageId: 'wrap',
                    fix: (fixer) => [
                      fixer.insertTextBefore(argument, `${name}(`),
                      fixer.insertTextAfter(argument, ')'),
                    ],
                  },
                ],
        });
      },
    };
  },
});
