import { AST_NODE_TYPES as Type, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround, type Body } from '../reading/bodies.js';
import { origin } from '../reading/definitions.js';
import { swallowsCancellation } from '../reading/handlers.js';
import { isAwaitable, kindOf } from '../reading/kinds.js';
import { isUninterruptible } from '../reading/promises.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { isFunction, isGlobal, isWait, memberName, ownNodes, waitedFor } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

type Suggestions = TSESLint.ReportSuggestionArray<'rethrow'>;

/** A coroutine that catches its cancellation and goes on can't be stopped. */
export const noSwallowedCancellation = createRule({
  name: 'no-swallowed-cancellation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow catching a `CancelledError` without throwing it again',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      swallowed:
        'This catches `CancelledError` too, so the task can’t be cancelled here: timeouts, task groups and `asyncio.run` ' +
        'wait for it in vain. Python’s `except Exception` is `if (!(error instanceof asyncio.Exception)) throw error`.',
      finallyReturn:
        'A `return` in `finally` drops the exception that is on its way, `CancelledError` too, so the task can’t be ' +
        'cancelled here. Return behind the `try` statement.',
      rethrow: 'Throw what is no `asyncio.Exception` again.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    /** Whether a cancellation may arrive in this part of a body. */
    function canBeCancelledIn(block: Node, body: Body): boolean {
      for (const node of ownNodes(block, reading.sourceCode)) {
        if (!isWait(node)) continue;
        const awaited = waitedFor(node);
        const isDeaf = body.style === 'async' && !body.compiled && awaited !== null;
        if (!isDeaf || !isUninterruptible(awaited, reading)) return true;
      }
      return false;
    }

    function rethrowIn(clause: TSESTree.CatchClause): Suggestions {
      const exception = spell('Exception', reading);
      const { param, body } = clause;
      if (exception === null || (param !== null && param.type !== Type.Identifier)) return [];
      const name = param?.name ?? 'error';
      const start = context.sourceCode.getFirstToken(body);
      const line = ` if (!(${name} instanceof ${exception})) throw ${name};`;
      return [
        {
          messageId: 'rethrow',
          fix: (fixer) => [
            ...(param === null ? [fixer.insertTextBefore(body, '(error) ')] : []),
            ...(start === null ? [] : [fixer.insertTextAfter(start, line)]),
          ],
        },
      ];
    }

    function checkFinalizer(block: TSESTree.BlockStatement): void {
      for (const node of ownNodes(block, reading.sourceCode)) {
        if (node.type === Type.ReturnStatement) context.report({ node, messageId: 'finallyReturn' });
      }
    }

    /** The body of a handler that is a function; `null` where only its name is known. */
    function handlerBody(handler: Node): Node | null {
      const made = origin(handler, reading.sourceCode);
      if (isFunction(made)) return made.body;
      const isLog = made.type === Type.MemberExpression && isGlobal(made.object, 'console', reading.sourceCode);
      return isLog ? made : null;
    }

    return {
      TryStatement(node) {
        const body = bodyAround(node, reading);
        if (body === null || !canBeCancelledIn(node.block, body)) return;
        const { handler, finalizer } = node;
        if (finalizer !== null) checkFinalizer(finalizer);
        if (handler === null || !swallowsCancellation(handler.body, reading)) return;
        const [keyword] = context.sourceCode.getFirstTokens(handler, 1);
        const loc = keyword?.loc ?? handler.loc;
        context.report({ loc, messageId: 'swallowed', suggest: rethrowIn(handler) });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== Type.MemberExpression || bodyAround(node, reading) === null) return;
        const index = ['catch', 'then'].indexOf(memberName(callee) ?? '');
        const handler = node.arguments[index];
        if (handler === undefined || !isAwaitable(kindOf(callee.object, reading))) return;
        const handled = handlerBody(handler);
        if (handled === null || !swallowsCancellation(handled, reading)) return;
        context.report({ node: handler, messageId: 'swallowed' });
      },
    };
  },
});
