// Installs the packed library (npm run dist packs it first) into an empty folder and runs the programs of test/dist there.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output, root, succeeds } from './shell.mjs';

const programs = join(root, 'test/dist');
const folder = mkdtempSync(join(tmpdir(), 'asyncio-ts-'));
cpSync(programs, folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }');
output('npm', ['install', '--offline', '--no-audit', '--no-fund', join(root, '.cache/package.tgz')], { cwd: folder });

const failed = readdirSync(programs).filter((program) => {
  const conditions = program.startsWith('browser') ? ['--conditions=browser'] : [];
  const passed = succeeds(process.execPath, [...conditions, program], {
    cwd: folder,
    timeout: 60_000,
    // Where the tools are that a program may want.
    env: { ...process.env, ASYNCIO_TS_WORKSPACE: root },
  });
  console.log(`${passed ? '✓' : '✗'} test/dist/${program}`);
  return !passed;
});
rmSync(folder, { recursive: true, force: true });
process.exit(failed.length === 0 ? 0 : 1);
