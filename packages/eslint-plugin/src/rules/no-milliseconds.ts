import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { keyword, memberName, unwrap } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';
import { inSeconds } from '../reading/times.js';

export interface Options {
  readonly threshold?: number;
}

/** Where functions have a time: by position, and by keyword. */
const TIMES: ReadonlyMap<string, { readonly index: number; readonly name: string }> = new Map([
  ['sleep', { index: 0, name: 'delay' }],
  ['timeout', { index: 0, name: 'delay' }],
  ['wait_for', { index: 1, name: 'timeout' }],
  ['wait', { index: 1, name: 'timeout' }],
  ['as_completed', { index: 1, name: 'timeout' }],
]);

/** Python's times are seconds. */
export const noMilliseconds = createRule<[Options], 'milliseconds' | 'divide'>({
  name: 'no-milliseconds',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow times that look like milliseconds', recommended: 'error' },
    messages: {
      milliseconds:
        'Times are in seconds, as in Python, and this one looks like milliseconds: it would be a thousand times too long. ' +
        'Write `{{seconds}}`.',
      divide: 'Write `{{seconds}}`.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          threshold: { type: 'number', minimum: 1, description: 'The smallest number that is reported.' },
        },
        additionalProperties: false,
      },
    ],
  },
  defaultOptions: [{}],
  create(context, [{ threshold = 100 }]) {
    const reading = Reading.of(context);

    function timeOf(call: TSESTree.CallExpression): Node | null {
      const place = TIMES.get(reading.nameOf(call.callee) ?? '');
      if (place !== undefined) {
        const argument = call.arguments.slice(0, place.index + 1).find((given) => keyword(given, place.name) !== null);
        return keyword(argument, place.name) ?? call.arguments[place.index] ?? null;
      }
      const callee = unwrap(call.callee);
      if (callee.type !== Type.MemberExpression || memberName(callee) !== 'call_later') return null;
      return kindOf(callee.object, reading) === 'EventLoop' ? (call.arguments[0] ?? null) : null;
    }

    return {
      CallExpression(call) {
        const node = timeOf(call);
        const seconds = node === null ? null : inSeconds(node, threshold, reading);
        if (node === null || seconds === null) return;
        context.report({
          node,
          messageId: 'milliseconds',
          data: { seconds },
          suggest: [{ messageId: 'divide', data: { seconds }, fix: (fixer) => fixer.replaceText(node, seconds) }],
        });
      },
    };
  },
});
