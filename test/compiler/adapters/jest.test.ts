/** Jest runs tests that the compiler has compiled: alone, before ts-jest and babel-jest, as CommonJS and as modules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workshop } from './workshop';

const work = `import * as asyncio from 'asyncio-ts';

interface Shape { readonly size: number }

export async function work<T extends Shape>(shape: T): Promise<number> {
  await asyncio.sleep(0);
  const size: number = shape.size; if (size < 0) throw new Error('negative');
  return size;
}
`;

const tests = `import * as asyncio from 'asyncio-ts';
import { work } from './work.js';

let prepared: number;
beforeEach(async () => {
  prepared = await work({ size: 1 });
});

test('a coroutine is run', async () => {
  const lazy = work({ size: 2 });
  expect(asyncio.iscoroutine(lazy)).toBe(true);
  expect(await lazy).toBe(2);
  expect(asyncio.current_task()).not.toBeNull();
  expect(prepared).toBe(1);
});

test('an error names its place', async () => {
  const error: Error = await work({ size: -1 }).then(() => new Error('none'), (error) => error as Error);
  expect(error.stack).toContain('work.ts:7:56');
});

test('a test can fail', async () => {
  expect(await work({ size: 3 })).toBe(4);
});
`;

const javascript = `const asyncio = require('asyncio-ts');

jest.mock('./missing', () => ({ value: 5 }), { virtual: true });
const { value } = require('./missing');

async function work() { await asyncio.sleep(0); return value; }

test('a coroutine is run', async () => {
  const lazy = work();
  expect(asyncio.iscoroutine(lazy)).toBe(true);
  expect(await lazy).toBe(5);
});
`;

const common = { preset: '@asyncio-ts/compiler' };

function before(pattern: string, ...transformer: unknown[]) {
  return { transform: { [pattern]: ['@asyncio-ts/compiler/jest', { include: '**', transformer }] } };
}

const projects = {
  alone: common,
  modules: { ...common, extensionsToTreatAsEsm: ['.ts'] },
  'ts-jest': { ...common, ...before('[.]ts$', 'ts-jest', { tsconfig: { module: 'commonjs', isolatedModules: true } }) },
  babel: { ...common, ...before('[.]js$', 'babel-jest', { configFile: false }) },
};

interface Assertion {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

describe('Jest', () => {
  let workshop: Workshop;
  const results = new Map<string, readonly Assertion[]>();

  beforeAll(() => {
    workshop = new Workshop();
    workshop.write({ 'package.json': '{}' });
    for (const [name, config] of Object.entries(projects)) {
      workshop.write({
        [`${name}/jest.config.json`]: JSON.stringify({ displayName: name, ...config }),
        ...(name === 'babel'
          ? { [`${name}/work.test.js`]: javascript }
          : { [`${name}/work.ts`]: work, [`${name}/work.test.ts`]: tests }),
      });
    }
    const { errors } = workshop.node(
      ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', '--outputFile=results.json', '-i'],
      ...['--projects', ...Object.keys(projects)],
    );
    interface Report {
      readonly testResults: {
        readonly name: string;
        readonly message: string;
        readonly assertionResults: Assertion[];
      }[];
    }
    let report: Report;
    try {
      report = JSON.parse(readFileSync(join(workshop.folder, 'results.json'), 'utf8')) as Report;
    } catch {
      throw new Error(errors);
    }
    for (const { name, message, assertionResults } of report.testResults) {
      const project = Object.keys(projects).find((each) => name.includes(`/${each}/`)) ?? name;
      if (assertionResults.length === 0) throw new Error(`${project}: ${message}`);
      results.set(project, assertionResults);
    }
  }, 90_000);

  afterAll(() => {
    workshop.remove();
  });

  test.each(['alone', 'modules', 'ts-jest'])(
    '%s: runs what tests and hooks return, and names places in the source',
    (name) => {
      const found = results.get(name)?.map(({ title, status }) => [title, status]);
      expect(results.get(name)?.[1]?.failureMessages).toEqual([]);
      expect(found).toEqual([
        ['a coroutine is run', 'passed'],
        ['an error names its place', 'passed'],
        ['a test can fail', 'failed'],
      ]);
      expect(results.get(name)?.[2]?.failureMessages.join()).toMatch(/Expected: 4.*Received: 3.*work\.test\.ts:23:35/s);
    },
  );

  test('babel-jest lifts the mocks up', () => {
    expect(results.get('babel')?.map(({ title, status }) => [title, status])).toEqual([
      ['a coroutine is run', 'passed'],
    ]);
  });
});
