import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { returnedKind } from '../reading/elements.js';
import { kindOf } from '../reading/kinds.js';
import type { Kind } from '../reading/names.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { isGlobal, memberName, unwrap } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** Where callbacks stand in what calls them and drops what they return. */
const GLOBALS: readonly string[] = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const EVENTS: readonly string[] = ['on', 'once', 'addListener', 'prependListener', 'addEventListener'];
const OWN: Partial<Readonly<Record<Kind, ReadonlyMap<string, number>>>> = {
  EventLoop: new Map([
    ['call_soon', 0],
    ['call_soon_threadsafe', 0],
    ['call_later', 1],
    ['call_at', 1],
  ]),
  Future: new Map([['add_done_callback', 0]]),
  Task: new Map([['add_done_callback', 0]]),
};

type MessageId = 'loop' | 'host' | 'forEach' | 'hostCallback';

/** Who calls a callback doesn't await what it returns. */
export const noCoroutineCallback = createRule<[], MessageId>({
  name: 'no-coroutine-callback',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow coroutine functions as callbacks that nobody awaits',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    messages: {
      loop:
        '`{{taker}}` calls this and drops the coroutine that it returns, whose body never runs. Call an ordinary ' +
        'function that makes a task and keeps it.',
      host:
        '`{{taker}}` calls this and drops the coroutine that it returns, whose body never runs. ' +
        '`asyncio.host_callback(…)` makes a function of it that runs it at once.',
      forEach:
        '`forEach` drops the coroutines that this returns, whose bodies never run. Write `for (const … of …)` with an ' +
        '`await`, or hand them all to `asyncio.gather`.',
      hostCallback: 'Put `host_callback` around it.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function find(
      call: TSESTree.CallExpression,
    ): { callback: Node | undefined; messageId: MessageId; taker: string } | null {
      const [first, second] = call.arguments;
      const callee = unwrap(call.callee);
      if (callee.type === Type.Identifier) {
        const isKnown = GLOBALS.includes(callee.name) && isGlobal(callee, callee.name, context.sourceCode);
        return isKnown ? { callback: first, messageId: 'host', taker: callee.name } : null;
      }
      if (callee.type !== Type.MemberExpression) return null;
      const taker = memberName(callee) ?? '';
      if (taker === 'forEach') return { callback: first, messageId: 'forEach', taker };
      if (EVENTS.includes(taker)) return { callback: second, messageId: 'host', taker };
      if (!Object.values(OWN).some((methods) => methods.has(taker))) return null;
      const index = OWN[kindOf(callee.object, reading) ?? 'Promise']?.get(taker);
      return index === undefined ? null : { callback: call.arguments[index], messageId: 'loop', taker };
    }

    return {
      CallExpression(node) {
        const found = find(node);
        if (found?.callback === undefined || returnedKind(found.callback, reading) !== 'Coroutine') return;
        const { callback, messageId, taker } = found;
        const name = spell('host_callback', reading);
        context.report({
          node: callback,
          messageId,
          data: { taker },
          suggest:
            messageId === 'host' && name !== null
              ? [
                  {
                    messageId: 'hostCallback',
                    fix: (fixer) => [
                      fixer.insertTextBefore(callback, `${name}(`),
                      fixer.insertTextAfter(callback, ')'),
                    ],
                  },
                ]
              : [],
        });
      },
    };
  },
});
