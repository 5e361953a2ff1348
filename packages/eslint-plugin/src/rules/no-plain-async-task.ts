import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { calledKind } from '../reading/functions.js';
import { kindOf } from '../reading/kinds.js';
import { BODY_TAKING_METHODS } from '../reading/names.js';
import { Reading } from '../reading/reading.js';
import { isFunction, memberName, unwrap } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** What waits for all its arguments at once. */
const CONCURRENT: ReadonlySet<string> = new Set(['gather', 'wait_for', 'wait', 'as_completed']);

/** A plain `async` function has begun when it is called: no task can own it. */
export const noPlainAsyncTask = createRule({
  name: 'no-plain-async-task',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow making tasks of plain `async` functions that were called',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      task:
        'A plain `async` function starts at the call, so no task can own it: `{{taker}}` raises a TypeError. Wrap the ' +
        'function, `asyncio.coroutine(async () => { … })`, or hand over the function itself.',
      concurrent:
        'A plain `async` function starts at the call, in the task of the caller, which can’t wait for anything else ' +
        'meanwhile: "RuntimeError: two coroutines are awaited at once in one task". Wrap the function, ' +
        '`asyncio.coroutine(async () => { … })`, or hand over the function itself.',
      handOver: 'Hand over the function itself.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function check(argument: Node, messageId: 'task' | 'concurrent', taker: string): void {
      const node = unwrap(argument);
      if (node.type !== Type.CallExpression || calledKind(node, reading) !== 'plain') return;
      const callee = context.sourceCode.getText(node.callee);
      const isMethod = unwrap(node.callee).type === Type.MemberExpression;
      const isInline = isFunction(unwrap(node.callee));
      const thunk = node.arguments.length > 0 || isMethod ? `() => ${context.sourceCode.getText(node)}` : callee;
      context.report({
        node,
        messageId,
        data: { taker },
        suggest: [
          {
            messageId: 'handOver',
            fix: (fixer) => fixer.replaceText(node, isInline ? callee.replace(/^\(([^]*)\)$/, '$1') : thunk),
          },
        ],
      });
    }

    /** `create_task`, also of a loop or a task group; not `run`, which takes a plain function's promise. */
    function takerOf(call: TSESTree.CallExpression): string | null {
      const name = reading.nameOf(call.callee);
      if (name !== null) return name === 'create_task' || CONCURRENT.has(name) ? name : null;
      const callee = unwrap(call.callee);
      if (callee.type !== Type.MemberExpression || memberName(callee) !== 'create_task') return null;
      const kind = kindOf(callee.object, reading);
      return kind !== null && BODY_TAKING_METHODS[kind]?.includes('create_task') === true ? 'create_task' : null;
    }

    return {
      CallExpression(node) {
        const taker = takerOf(node);
        if (taker === null) return;
        if (!CONCURRENT.has(taker)) {
          if (node.arguments[0] !== undefined) check(node.arguments[0], 'task', taker);
          return;
        }
        const taken = taker === 'gather' ? node.arguments : node.arguments.slice(0, 1);
        for (const argument of taken) {
          const elements = argument.type === Type.ArrayExpression ? argument.elements : [argument];
          for (const element of elements) if (element !== null) check(element, 'concurrent', taker);
        }
      },
    };
  },
});
