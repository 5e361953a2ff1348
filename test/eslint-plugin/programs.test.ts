/** The plugin as a whole, over whole programs. */
import { readFileSync, readdirSync } from 'node:fs';
import { configs, rules } from '#eslint-plugin/index';
import { lint } from './support/lint.js';

const tour = `${__dirname}/../../docs/examples/tour`;
const programs = readdirSync(tour).filter((file) => file.endsWith('.ts'));

test.each(programs)('the tour’s %s gives no reason to complain', (file) => {
  const code = readFileSync(`${tour}/${file}`, 'utf8');
  expect(lint(code, { filename: `${tour}/${file}`, project: `${__dirname}/../../docs` })).toEqual([]);
});

const MISTAKES = `
import { readFileSync } from 'node:fs';

async function plain() {}
const work = asyncio.coroutine(async () => 1);

const main = asyncio.coroutine(async () => {
  work(); // no-floating-coroutine
  asyncio.create_task(work()); // no-floating-task
  try {
    await work();
  } catch { // no-swallowed-cancellation
  } finally {
    await work(); // no-unshielded-finally
  }
  await asyncio.create_task(plain()); // no-plain-async-task
  readFileSync('settings.json'); // no-blocking-call
  await Promise.all([work(), work()]); // no-promise-combinator
  await asyncio.wait([work()]); // no-wait-on-coroutines
  await asyncio.sleep(500); // no-milliseconds
  await new Promise((resolve) => setTimeout(resolve, 500)); // prefer-asyncio-sleep
  await fetch('https://example.org'); // no-unwrapped-promise
  setTimeout(work, 1); // no-coroutine-callback
  const again = work();
  await again;
  await again; // no-coroutine-reuse
  await asyncio.run(work()); // no-nested-run
  await using group = new asyncio.TaskGroup(); // no-await-using-scope
});

const stepwise = asyncio.coroutine(function* () {
  yield asyncio.sleep(1); // no-bare-yield
  yield* fetch('https://example.org'); // no-yield-star-promise
});

function explain(error: unknown) {
  if (error instanceof asyncio.Exception) return 1;
  if (error instanceof asyncio.ValueError) return 2; // no-unreachable-except
}
`;

test('each mistake of a program is found, in its line, and nothing else', () => {
  const lines = `import * as asyncio from 'asyncio-ts';\n${MISTAKES}`.split('\n');
  const expected = lines.flatMap((line, index) => {
    const [, rule] = /\/\/ ([\w-]+)$/.exec(line) ?? [];
    return rule === undefined ? [] : [`${index + 1}: asyncio-ts/${rule}`];
  });
  expect(expected).toHaveLength(Object.keys(rules).length);
  expect(lint(MISTAKES).map(({ line, ruleId }) => `${line}: ${ruleId}`)).toEqual(expected);
});

const COMPILED = `
async function work() {
  const answer = await fetch('https://example.org');
  await using group = new asyncio.TaskGroup();
  const task = group.create_task(later());
  return answer.status + (await task);
}

async function later() {
  return 1;
}
`;

test('compiled code may do what other code may not', () => {
  expect(lint(COMPILED, { config: configs['recommended-compiled'] })).toEqual([]);
  expect(lint(`'use asyncio';\n${COMPILED}`)).toEqual([]);
});

test('the same code uncompiled is told of it', () => {
  const messages = lint(COMPILED.replace('{', '{ await asyncio.sleep(1);'));
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([
    'asyncio-ts/no-unwrapped-promise',
    'asyncio-ts/no-await-using-scope',
    'asyncio-ts/no-plain-async-task',
  ]);
});

test('a file that doesn’t use the library is left alone', () => {
  const code = `export const a = async () => { await Promise.all([b()]); }; async function b() { await fetch('c'); }`;
  expect(lint(code + ` // 'asyncio-ts`)).toEqual([]);
});

test('a module that the settings name exports the library’s names too', () => {
  const code = `import { sleep } from './mine.js'; sleep(1); // 'asyncio-ts`;
  const settings = { 'asyncio-ts': { modules: ['./mine.js'] } };
  expect(lint(code)).toEqual([]);
  expect(lint(code, { config: { ...configs.recommended, settings } })).toHaveLength(1);
});

test('suggestions know the names that require gives, too', () => {
  const code = `const asyncio = require('asyncio-ts');
module.exports = asyncio.coroutine(async () => { await fetch('a'); });`;
  const config = { ...configs.recommended, languageOptions: { sourceType: 'commonjs' as const } };
  const [message] = lint(code, { config });
  expect(message?.suggestions?.map(({ fix }) => fix.text)).toEqual([`asyncio.wrap_future(fetch('a'))`]);
});
