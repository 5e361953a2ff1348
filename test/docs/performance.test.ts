import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('the pages about speed say what was measured', () => {
  // In a process of its own: Prettier loads its parts in a way that Jest can't follow.
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, '../../packages/benchmarks/page/main.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
