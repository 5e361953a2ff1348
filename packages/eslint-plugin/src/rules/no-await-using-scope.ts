import { AST_NODE_TYPES as Type, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { ownNodes, unwrap } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** Task groups and timeouts have to see the error of their body, which `await using` doesn't show. */
export const noAwaitUsingScope = createRule({
  name: 'no-await-using-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow `await using` of task groups and timeouts in code that isn’t compiled',
      recommended: 'error',
      compiled: 'off',
      requiresTypeChecking: true,
    },
    messages: {
      scope:
        'A {{kind}} has to see the error of its body, and `await using` doesn’t show it in code that isn’t compiled: ' +
        'this raises a RuntimeError. Write `await asyncio.async_with(…, async ({{name}}) => { … })`.',
      asyncWith: 'Make a body of the rest of the block.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    /** The manager, also where it was entered: `await asyncio.enter(manager)`. */
    function managerOf(initial: Node): Node {
      const value = unwrap(initial);
      const entered = value.type === Type.AwaitExpression ? unwrap(value.argument) : value;
      const isEntered = entered.type === Type.CallExpression && reading.nameOf(entered.callee) === 'enter';
      return isEntered ? (entered.arguments[0] ?? value) : value;
    }

    /** The rest of the block moves into a function, which is the same as long as nothing jumps out of it. */
    function withBody(
      declaration: TSESTree.VariableDeclaration,
      name: string,
      manager: Node,
    ): TSESLint.ReportSuggestionArray<'asyncWith'> {
      const asyncWith = spell('async_with', reading);
      const block = declaration.parent;
      if (asyncWith === null || block.type !== Type.BlockStatement || declaration.declarations.length > 1) return [];
      const rest = block.body.slice(block.body.indexOf(declaration) + 1);
      const jumps = rest.flatMap((statement) => [...ownNodes(statement, context.sourceCode)]).some(isJump);
      const end = context.sourceCode.getLastToken(block);
      if (jumps || end === null) return [];
      const head = `await ${asyncWith}(${context.sourceCode.getText(manager)}, async (${name}) => {`;
      return [
        {
          messageId: 'asyncWith',
          fix: (fixer) => [fixer.replaceText(declaration, head), fixer.insertTextBefore(end, '}); ')],
        },
      ];
    }

    return {
      VariableDeclaration(node) {
        if (node.kind !== 'await using' || reading.compiled) return;
        for (const { id, init } of node.declarations) {
          if (init === null) continue;
          const manager = managerOf(init);
          const kind = kindOf(manager, reading);
          if (kind !== 'TaskGroup' && kind !== 'Timeout') continue;
          const name = id.type === Type.Identifier ? id.name : 'manager';
          const suggest = bodyAround(node, reading)?.style === 'async' ? withBody(node, name, manager) : [];
          context.report({ node, messageId: 'scope', data: { kind, name }, suggest });
        }
      },
    };
  },
});

function isJump({ type }: Node): boolean {
  return type === Type.ReturnStatement || type === Type.BreakStatement || type === Type.ContinueStatement;
}
