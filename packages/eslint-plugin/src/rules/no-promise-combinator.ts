import { AST_NODE_TYPES as Type, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { kindsIn } from '../reading/elements.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { isGlobal, memberName, unwrap } from '../reading/syntax.js';

/** What to write for each. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['all', '`asyncio.gather(…)`'],
  ['allSettled', '`asyncio.gather(…, { return_exceptions: true })`'],
  ['race', '`asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED })`'],
  ['any', '`asyncio.as_completed(tasks)`'],
]);

/** Promises know no tasks. */
export const noPromiseCombinator = createRule({
  name: 'no-promise-combinator',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow `Promise.all` and its like for coroutines, tasks and futures',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      coroutines:
        '`Promise.{{method}}` awaits several coroutines in one task, which can run only one: "RuntimeError: two ' +
        'coroutines are awaited at once in one task". Use {{counterpart}}, which makes a task of each.',
      futures:
        '`Promise.{{method}}` hides these tasks behind a promise: it isn’t seen by the call graph, and can’t be cancelled ' +
        'or handed to the library’s functions. Use {{counterpart}}.',
      gather: 'Write `gather`.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function gather(call: TSESTree.CallExpression, list: TSESTree.Node): TSESLint.ReportSuggestionArray<'gather'> {
      const name = spell('gather', reading);
      if (name === null) return [];
      const text = context.sourceCode.getText(list);
      const isPlainList = list.type === Type.ArrayExpression && /^\[[^]*\]$/.test(text);
      const inner = isPlainList ? text.slice(1, -1).replace(/,\s*$/, '') : `...${text}`;
      return [{ messageId: 'gather', fix: (fixer) => fixer.replaceText(call, `${name}(${inner})`) }];
    }

    return {
      CallExpression(node) {
        const callee = unwrap(node.callee);
        if (callee.type !== Type.MemberExpression || !isGlobal(callee.object, 'Promise', context.sourceCode)) return;
        const method = memberName(callee) ?? '';
        const counterpart = COUNTERPARTS.get(method);
        const [list] = node.arguments;
        if (counterpart === undefined || list === undefined) return;
        const kinds = kindsIn(list, reading);
        const hasFutures = kinds.has('Future') || kinds.has('Task');
        if (!kinds.has('Coroutine') && !hasFutures) return;
        context.report({
          node,
          messageId: kinds.has('Coroutine') ? 'coroutines' : 'futures',
          data: { method, counterpart },
          suggest: method === 'all' ? gather(node, list) : [],
        });
      },
    };
  },
});
