import { isMilliseconds } from '#eslint-plugin/reading/times';
import { testRule, type Invalid } from './support/rules.js';

const wrong = (code: string, output: string): Invalid => ({
  code,
  errors: [{ messageId: 'milliseconds', suggestions: [{ messageId: 'divide', output }] }],
});

testRule('no-milliseconds', {
  valid: [
    'asyncio.sleep(0.5);',
    'asyncio.sleep(30);',
    'asyncio.sleep(3600);',
    'asyncio.sleep(24 * 3600);',
    'asyncio.sleep(delayMs / 1000);',
    'asyncio.sleep(60, 500);',
    'asyncio.wait_for(work(), { timeout: 300 });',
    'asyncio.wait_for(work(), null);',
    'asyncio.sleep(items);',
    'other.sleep(500);',
    'emitter.call_later(500, done);',
    { code: 'asyncio.sleep(500);', options: [{ threshold: 1000 }] },
  ],
  invalid: [
    wrong('asyncio.sleep(500);', 'asyncio.sleep(0.5);'),
    wrong('asyncio.sleep(100);', 'asyncio.sleep(0.1);'),
    wrong('asyncio.sleep(seconds * 1000);', 'asyncio.sleep(seconds);'),
    wrong('asyncio.sleep(1000 * (a + b));', 'asyncio.sleep(a + b);'),
    wrong('asyncio.sleep(delayMs);', 'asyncio.sleep(delayMs / 1000);'),
    wrong('asyncio.sleep(options.retry_ms);', 'asyncio.sleep(options.retry_ms / 1000);'),
    wrong('const DELAY = 2500;\nasyncio.sleep(DELAY);', 'const DELAY = 2500;\nasyncio.sleep(DELAY / 1000);'),
    wrong('asyncio.sleep({ delay: 1500 });', 'asyncio.sleep({ delay: 1.5 });'),
    wrong('asyncio.wait_for(work(), 5000);', 'asyncio.wait_for(work(), 5);'),
    wrong('asyncio.wait_for(work(), { timeout: 5000 });', 'asyncio.wait_for(work(), { timeout: 5 });'),
    wrong('asyncio.timeout(3000);', 'asyncio.timeout(3);'),
    wrong('asyncio.wait(tasks, { timeout: 250 });', 'asyncio.wait(tasks, { timeout: 0.25 });'),
    wrong('asyncio.get_running_loop().call_later(1000, done);', 'asyncio.get_running_loop().call_later(1, done);'),
    { ...wrong('asyncio.sleep(50);', 'asyncio.sleep(0.05);'), options: [{ threshold: 50 }] },
  ],
});

test.each([100, 250, 500, 1000, 1500, 2000, 3000, 5000, 10_000, 60_000])('%i looks like milliseconds', (value) => {
  expect(isMilliseconds(value, 100)).toBe(true);
});

test.each([0, 1, 10, 45, 99, 101, 120, 180, 300, 600, 900, 1200, 1800, 3600, 7200, 86_400])(
  '%i looks like seconds',
  (value) => {
    expect(isMilliseconds(value, 100)).toBe(false);
  },
);
