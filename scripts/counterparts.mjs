// Runs the tests against the programs of others, and installs those first that are missing: with Debian's packages, where
// this is allowed. Without it the tests of what is missing are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { root } from './shell.mjs';

const PACKAGES = {
  curl: 'curl',
  nc: 'netcat-openbsd',
  nginx: 'nginx-light',
  openssl: 'openssl',
  python3: 'python3',
  'redis-server': 'redis-server',
};

const run = (program, args) => spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status;
const isMissing = (program) => spawnSync('which', [program]).status !== 0;
const missing = Object.keys(PACKAGES).filter(isMissing);
if (missing.length > 0) {
  const packages = missing.map((program) => PACKAGES[program]);
  console.log(`installing ${packages.join(', ')}`);
  const status = run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
  if (status !== 0) console.log('these packages could not be installed: the tests that need them are skipped');
}
process.exit(run('npx', ['jest', 'test/counterparts', ...process.argv.slice(2)]) ?? 1);
