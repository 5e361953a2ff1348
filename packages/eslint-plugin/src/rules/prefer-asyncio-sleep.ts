import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { bodyAround } from '../reading/bodies.js';
import { hostSleep } from '../reading/host-sleep.js';
import { Reading } from '../reading/reading.js';
import { spell } from '../reading/spelling.js';
import { unwrap, waitedFor } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** A promise over `setTimeout` knows neither cancellation nor virtual time. */
export const preferAsyncioSleep = createRule({
  name: 'prefer-asyncio-sleep',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require `asyncio.sleep` where a coroutine waits for a timer', recommended: 'error' },
    messages: {
      timer:
        'A timer of the host can’t be cancelled with the task, and takes real time in tests on virtual time. Wait for ' +
        '`asyncio.sleep(…)`, with a time in seconds.',
      sleep: 'Write `{{sleep}}`.',
    },
    hasSuggestions: true,
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function seconds(time: Node): string {
      const node = unwrap(time);
      if (node.type === Type.Literal && typeof node.value === 'number') return String(node.value / 1000);
      const text = context.sourceCode.getText(node);
      const isSimple = [Type.Identifier, Type.MemberExpression, Type.CallExpression].includes(node.type);
      return isSimple ? `${text} / 1000` : `(${text}) / 1000`;
    }

    /** What is waited for is `awaited`; the timer in it is `promise`. */
    function check(node: Node, awaited: Node, promise: Node): void {
      const time = hostSleep(promise, reading);
      if (time === null || bodyAround(node, reading) === null) return;
      const name = spell('sleep', reading);
      const sleep = `${name}(${seconds(time)})`;
      context.report({
        node: awaited,
        messageId: 'timer',
        suggest:
          name === null
            ? []
            : [{ messageId: 'sleep', data: { sleep }, fix: (fixer) => fixer.replaceText(awaited, sleep) }],
      });
    }

    return {
      AwaitExpression(node) {
        check(node, node.argument, node.argument);
      },
      YieldExpression(node) {
        const awaited = waitedFor(node);
        if (awaited?.type !== Type.CallExpression || reading.nameOf(awaited.callee) !== 'await_') return;
        const [promise] = awaited.arguments;
        if (promise !== undefined) check(node, awaited, promise);
      },
    };
  },
});
