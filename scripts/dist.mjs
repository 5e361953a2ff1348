// Installs the packed library (npm run dist packs it first) into an empty folder and runs the programs of test/dist there.
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { library, output, root, succeeds } from './shell.mjs';

const programs = join(root, 'test/dist');
const folder = mkdtempSync(join(tmpdir(), 'asyncio-ts-'));
cpSync(programs, folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }');
// What the library depends on comes from here as well: nothing is to be fetched.
const dependency = realpathSync(join(library, 'node_modules/piscina'));
const [{ filename }] = JSON.parse(
  output('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, dependency], { cwd: folder }),
);
const archives = [join(root, '.cache/package.tgz'), `./${filename}`];
output('npm', ['install', '--offline', '--no-audit', '--no-fund', '--omit=optional', ...archives], { cwd: folder });

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
