import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { kindOf } from '../reading/kinds.js';
import type { Kind } from '../reading/names.js';
import { Reading } from '../reading/reading.js';
import { memberName, unwrap } from '../reading/syntax.js';

const FUNCTIONS: ReadonlySet<string> = new Set(['run', 'run_sync']);
const METHODS: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  EventLoop: ['run_until_complete', 'run_until_complete_sync', 'run_forever'],
  Runner: ['run', 'run_sync'],
};

/** A coroutine is run by a loop already. */
export const noNestedRun = createRule({
  name: 'no-nested-run',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow `asyncio.run` inside of coroutines',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      nested:
        'A loop runs this coroutine already, so `{{name}}` raises "RuntimeError: … cannot be called from a running event ' +
        'loop". Await the coroutine, or make a task of it.',
      wait: 'Await the coroutine itself.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function runner(call: TSESTree.CallExpression): string | null {
      const name = reading.nameOf(call.callee);
      if (name !== null) return FUNCTIONS.has(name) ? `asyncio.${name}` : null;
      const callee = unwrap(call.callee);
      if (callee.type !== Type.MemberExpression) return null;
      const method = memberName(callee) ?? '';
      if (!Object.values(METHODS).some((methods) => methods.includes(method))) return null;
      const kind = kindOf(callee.object, reading);
      return kind !== null && METHODS[kind]?.includes(method) === true ? method : null;
    }

    return {
      CallExpression(node) {
        const name = runner(node);
        if (name === null || bodyAround(node, reading) === null) return;
        const [coroutine] = node.arguments;
        const isAwaited = node.parent.type === Type.AwaitExpression || node.parent.type === Type.YieldExpression;
        const canBeAwaited = isAwaited && coroutine?.type === Type.CallExpression;
        context.report({
          node,
          messageId: 'nested',
          data: { name },
          suggest: canBeAwaited
            ? [
                {
                  messageId: 'wait',
                  fix: (fixer) => fixer.replaceText(node, context.sourceCode.getText(coroutine)),
                },
              ]
            : [],
        });
      },
    };
  },
});
