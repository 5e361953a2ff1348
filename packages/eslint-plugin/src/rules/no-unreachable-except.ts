import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { exceptionName, instanceTest, isSubclass } from '../reading/exceptions.js';
import { Reading } from '../reading/reading.js';
import type { Node } from '../reading/syntax.js';

/** Where a class stands before its subclass, the subclass never gets its turn. */
export const noUnreachableExcept = createRule({
  name: 'no-unreachable-except',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow asking for an exception after its base class', recommended: 'error' },
    messages: {
      unreachable:
        'Every `{{name}}` is a `{{base}}`, which is asked for before, so this is never reached. Ask for `{{name}}` first.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function report(node: Node, name: string, before: readonly string[]): void {
      const base = before.find((earlier) => isSubclass(name, earlier));
      if (base !== undefined) context.report({ node, messageId: 'unreachable', data: { name, base } });
    }

    /** `if (…) else if (…)`, and `if (…) return; if (…)` in one list. */
    function checkTests(tests: readonly TSESTree.IfStatement[]): void {
      const before: { tested: string; name: string }[] = [];
      for (const { test } of tests) {
        const found = instanceTest(test, reading);
        if (found === null) continue;
        const ofSame = before.filter(({ tested }) => tested === found.tested);
        report(
          test,
          found.name,
          ofSame.map(({ name }) => name),
        );
        before.push(found);
      }
    }

    function chainFrom(first: TSESTree.IfStatement): TSESTree.IfStatement[] {
      const { alternate } = first;
      return alternate?.type === Type.IfStatement ? [first, ...chainFrom(alternate)] : [first];
    }

    return {
      IfStatement(node) {
        const isElse = node.parent.type === Type.IfStatement && node.parent.alternate === node;
        if (!isElse) checkTests(chainFrom(node));
      },
      BlockStatement({ body }) {
        const leaving = body.filter((statement) => statement.type === Type.IfStatement);
        const last = leaving.findIndex((statement) => statement.alternate !== null || !leaves(statement.consequent));
        const reached = last === -1 ? leaving : leaving.slice(0, last + 1);
        checkTests(reached);
      },
      CallExpression(node) {
        if (reading.nameOf(node.callee) !== 'except_star') return;
        const before: string[] = [];
        for (const clause of node.arguments.slice(1)) {
          const types = clause.type === Type.ArrayExpression ? clause.elements[0] : null;
          const classes = types?.type === Type.ArrayExpression ? types.elements : [types];
          const named = classes.map((type) =>
            type === null || type === undefined ? null : exceptionName(type, reading),
          );
          named.forEach((name, index) => {
            const type = classes[index];
            if (name !== null && type !== null && type !== undefined) report(type, name, before);
          });
          before.push(...named.filter((name) => name !== null));
        }
      },
    };
  },
});

/** Whether a branch surely ends with a jump. */
function leaves(branch: Node): boolean {
  if (branch.type === Type.BlockStatement) {
    const last = branch.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return [Type.ReturnStatement, Type.ThrowStatement, Type.ContinueStatement, Type.BreakStatement].includes(branch.type);
}
