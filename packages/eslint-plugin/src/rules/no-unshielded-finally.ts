import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { memberName, ownNodes, unwrap, waitedFor } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

export interface Options {
  readonly allow?: readonly string[];
}

/** A second cancellation interrupts a wait in `finally` as well, and the rest of the cleanup is left out. */
export const noUnshieldedFinally = createRule<[Options], 'unshielded' | 'shield'>({
  name: 'no-unshielded-finally',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require `shield` around what is awaited in `finally`', recommended: 'warn' },
    messages: {
      unshielded:
        'If the task is cancelled again while it waits here, the wait is interrupted and the rest of the cleanup is left ' +
        'out. Wait for `asyncio.shield(…)` of it, so that the cleanup itself goes on.',
      shield: 'Put `shield` around it.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          allow: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Names of functions and methods that may be awaited as they are.',
          },
        },
        additionalProperties: false,
      },
    ],
  },
  defaultOptions: [{}],
  create(context, [{ allow = [] }]) {
    const reading = Reading.of(context);

    function isAllowed(awaited: Node): boolean {
      if (awaited.type !== Type.CallExpression) return false;
      if (reading.nameOf(awaited.callee) === 'shield') return true;
      const callee = unwrap(awaited.callee);
      const name =
        callee.type === Type.Identifier
          ? callee.name
          : callee.type === Type.MemberExpression
            ? memberName(callee)
            : null;
      return name !== null && allow.includes(name);
    }

    return {
      TryStatement({ finalizer }) {
        if (finalizer === null || bodyAround(finalizer, reading) === null) return;
        const shield = spell('shield', reading);
        for (const node of ownNodes(finalizer, context.sourceCode)) {
          const awaited = waitedFor(node);
          if (awaited === null || isAllowed(awaited)) continue;
          context.report({
            node,
            messageId: 'unshielded',
            suggest:
              shield === null
                ? []
                : [
                    {
                      messageId: 'shield',
                      fix: (fixer) => [
                        fixer.insertTextBefore(awaited, `${shield}(`),
                        fixer.insertTextAfter(awaited, ')'),
                      ],
                    },
                  ],
          });
        }
      },
    };
  },
});
