/** The programs of `npm run scale`, with less to do: they judge by themselves. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

jest.setTimeout(120_000);

const main = join(__dirname, '../../packages/benchmarks/scale/main.mjs');

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--source', ...args], { encoding: 'utf8' });
  expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout });
  return stdout;
}

test('many connections are held at once and served, and leave nothing', () => {
  const said = run('--only', 'connections', '--connections', '500');
  expect(said).toMatch(/^connections held +500$/m);
  expect(said).toMatch(/^descriptors left +0$/m);
});

test('a reader that is slower than the writer takes little memory, by TLS as well', () => {
  const said = run('--only', 'transfer', '--mebibytes', '64');
  expect(said.match(/^bytes received +67108864$/gm)).toHaveLength(2);
});

test('more connections than the system allows are refused, with the cure', () => {
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -n 400; exec "${process.execPath}" "${main}" --source --only connections --connections 500`],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/500 connections need 600 .* allows 400: raise the limit/),
  ]);
});
