/** The wrappers in real runs of node:test and Vitest, each in a process of its own. Jest runs `runner_test.test.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');
const programs = join(__dirname, 'programs');

/** A name and what became of it: `pass`, `skipped`, `todo`, or the message of the failure. */
type Results = Map<string, string>;

let folder: string;

beforeAll(() => {
  // Inside of the repository, so that Vitest is found.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/runners-'));
  buildSync({
    entryPoints: ['node', 'vitest'].map((name) => ({ in: join(programs, `${name}.ts`), out: `${name}.test` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    tsconfig: join(root, 'test/tsconfig.json'),
    bundle: true,
    external: ['vitest'],
    keepNames: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The package promises to have no side effects; among its inner files the one that registers the host has.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: readonly string[]): string {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, VITEST: ___, ...env } = process.env;
  const child = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env, timeout: 60_000 });
  if (child.status !== 1) throw new Error(`not the exit code of failed tests: ${child.status}\n${child.stderr}`);
  return child.stdout;
}

function runNode(): Results {
  const results: Results = new Map();
  for (const line of run('--test', `--test-reporter=${join(programs, 'reporter.mjs')}`, 'node.test.mjs').split('\n')) {
    if (line === '') continue;
    const { name, status, message } = JSON.parse(line) as Record<'name' | 'status' | 'message', string>;
    results.set(name, status === 'fail' ? message : status);
  }
  return results;
}

function runVitest(): Results {
  const vitest = dirname(createRequire(__filename).resolve('vitest/package.json'));
  const file = join(folder, 'results.json');
  run(join(vitest, 'vitest.mjs'), 'run', '--root', folder, '--reporter=json', `--outputFile=${file}`);
  interface Test {
    readonly title: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as { testResults: { assertionResults: Test[] }[] };
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return new Map(
    tests.map(({ title, status, failureMessages }) => [
      title,
      status === 'failed' ? failureMessages.join('\n') : status === 'passed' ? 'pass' : status,
    ]),
  );
}

describe.each([
  ['node:test', runNode, []],
  ['Vitest', runVitest, ['passes, a row of a table: 1, one', 'passes, a row of a table: 2, two', 'passes, a fixture']],
])('%s', (_name, runTests, more) => {
  let results: Results;
  beforeAll(() => {
    results = runTests();
  }, 90_000);

  test('passes what passes, on virtual time', () => {
    const passed = [...results].filter(([, result]) => result === 'pass').map(([name]) => name);
    expect(passed.sort()).toEqual(
      [
        'passes, a generator function',
        'passes, an async function',
        'passes, a coroutine function',
        'test_passes',
        ...more,
      ].sort(),
    );
  });

  test('leaves out what is to be left out', () => {
    expect(results.get('is left out')).toBe('skipped');
    expect(results.get('is still to be written')).toBe('todo');
  });

  test.each([
    ['fails by itself', /^(ValueError: )?at 3600/],
    ['test_fails', /^(ValueError: )?at 0/],
    ['fails under a seed', /^(SeedError: )?the program fails with seed 3; .*\nLeakError: the test left something/],
    ['leaves a coroutine', /\n1\. coroutine 'fails' was never awaited\n {3}Coroutine created at [^]*test\.mjs", line/],
    ['leaves a task', /\n1\. a task still runs: <Task pending name='left' coro=<sleep\(\) running/],
    ['leaves an exception', /\n1\. Task exception was never retrieved: <Task finished .*ValueError\('lost'\)/],
    ['leaves an exception of a callback', /\n1\. Exception in callback .*: ValueError\('callback'\)/],
    ['leaves a task that is destroyed', /Task was destroyed but it is pending!: <Task cancelling/],
  ])('fails what %s', (name, message) => {
    expect(results.get(name)).toMatch(message);
    if (name.startsWith('leaves')) expect(results.get(name)).toMatch(/^(LeakError: )?the test left something behind:/);
  });

  test('has no other failures', () => {
    expect(results.size).toBe(14 + more.length);
  });
});
