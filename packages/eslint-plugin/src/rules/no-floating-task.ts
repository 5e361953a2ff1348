import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { memberName, unwrap } from '../reading/syntax.js';
import { wasted } from '../reading/wasted.js';

/** Functions whose result is a task or a future that only the caller has. */
const MAKERS: ReadonlySet<string> = new Set(['create_task', 'ensure_future', 'gather', 'shield', 'wrap_future']);
const LOOP_MAKERS: ReadonlySet<string> = new Set(['create_task', 'run_in_executor']);

/** Of a task that nobody keeps nobody learns how it ends. */
export const noFloatingTask = createRule({
  name: 'no-floating-task',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow tasks that nobody keeps', recommended: 'error', requiresTypeChecking: true },
    messages: {
      floating:
        'Nobody keeps what `{{maker}}` returns: nobody waits for its end, nobody can cancel it, and its error is only ' +
        'reported as never retrieved. In CPython it may even vanish. Keep it and await it, or use a `TaskGroup`.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function maker(call: TSESTree.CallExpression): string | null {
      const name = reading.nameOf(call.callee);
      if (name !== null && MAKERS.has(name)) return name;
      const callee = unwrap(call.callee);
      if (callee.type !== Type.MemberExpression) return null;
      const method = memberName(callee);
      const isMaker = method !== null && LOOP_MAKERS.has(method) && kindOf(callee.object, reading) === 'EventLoop';
      return isMaker ? method : null;
    }

    return {
      ExpressionStatement(statement) {
        for (const node of wasted(statement.expression)) {
          const name = node.type === Type.CallExpression ? maker(node) : null;
          if (name !== null) context.report({ node, messageId: 'floating', data: { maker: name } });
        }
      },
    };
  },
});
