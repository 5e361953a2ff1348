import { AST_NODE_TYPES as Type, type TSESLint } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { kindsIn } from '../reading/elements.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { keyword } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** `wait` gives back the futures that it was given, so it takes no coroutines. */
export const noWaitOnCoroutines = createRule({
  name: 'no-wait-on-coroutines',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow `asyncio.wait` on coroutines', recommended: 'error', requiresTypeChecking: true },
    messages: {
      coroutines:
        '`asyncio.wait` takes tasks and futures only: "TypeError: Passing coroutines is forbidden, use tasks explicitly." ' +
        'Make a task of each with `asyncio.create_task`.',
      createTask: 'Make a task of each coroutine.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function tasksOf(list: Node): TSESLint.ReportSuggestionArray<'createTask'> {
      const name = spell('create_task', reading);
      if (name === null || list.type !== Type.ArrayExpression) return [];
      const coroutines = list.elements.filter(
        (element) => element !== null && kindOf(element, reading) === 'Coroutine',
      ) as Node[];
      if (coroutines.length === 0) return [];
      return [
        {
          messageId: 'createTask',
          fix: (fixer) =>
            coroutines.flatMap((coroutine) => [
              fixer.insertTextBefore(coroutine, `${name}(`),
              fixer.insertTextAfter(coroutine, ')'),
            ]),
        },
      ];
    }

    return {
      CallExpression(node) {
        if (reading.nameOf(node.callee) !== 'wait') return;
        const [first] = node.arguments;
        const list = keyword(first, 'fs') ?? first;
        if (list === undefined || !kindsIn(list, reading).has('Coroutine')) return;
        context.report({ node: list, messageId: 'coroutines', suggest: tasksOf(list) });
      },
    };
  },
});
