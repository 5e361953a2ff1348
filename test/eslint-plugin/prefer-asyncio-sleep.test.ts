import { inGenerator, inMain } from './support/programs.js';
import { testRule, type Invalid } from './support/rules.js';

const wrong = (code: string, output: string): Invalid => ({
  code,
  errors: [{ messageId: 'timer', suggestions: [{ messageId: 'sleep', output }] }],
});

testRule('prefer-asyncio-sleep', {
  valid: [
    inMain('await asyncio.sleep(0.5);'),
    inMain('await new Promise((resolve) => setTimeout(() => resolve(load()), 500));'),
    inMain('await new Promise((resolve) => socket.once("close", resolve));'),
    inMain('await new Promise((resolve, reject) => setTimeout(reject, 500));'),
    'await new Promise((resolve) => setTimeout(resolve, 500));',
    'async function plain() { await new Promise((resolve) => setTimeout(resolve, 500)); }',
  ],
  invalid: [
    wrong(inMain('await new Promise((resolve) => setTimeout(resolve, 500));'), inMain('await asyncio.sleep(0.5);')),
    wrong(
      inMain('await new Promise<void>((done) => { setTimeout(() => done(), delay); });'),
      inMain('await asyncio.sleep(delay / 1000);'),
    ),
    wrong(
      inMain('await new Promise((resolve) => setTimeout(resolve, 10 + delay));'),
      inMain('await asyncio.sleep((10 + delay) / 1000);'),
    ),
    wrong(
      inGenerator('yield* asyncio.await_(new Promise((resolve) => setTimeout(resolve, 1000)));'),
      inGenerator('yield* asyncio.sleep(1);'),
    ),
    wrong(
      `import { setTimeout as pause } from 'node:timers/promises';\n${inMain('await pause(500);')}`,
      `import { setTimeout as pause } from 'node:timers/promises';\n${inMain('await asyncio.sleep(0.5);')}`,
    ),
  ],
});
