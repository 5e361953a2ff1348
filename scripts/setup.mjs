// Installs the dependencies that the lock file names, unless they are there already. Needs nothing but Node and npm:
// the pinned pnpm comes through npx. A stamp in node_modules remembers what was installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.setup-stamp`;

/** A digest of every file that decides what an installation contains. */
function wanted() {
  const packages = readdirSync(`${root}packages`).map((name) => `packages/${name}/package.json`);
  const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'docs/package.json', ...packages.sort()];
  const digest = createHash('sha256');
  for (const file of files) if (existsSync(root + file)) digest.update(file).update(readFileSync(root + file));
  return digest.digest('hex');
}

const now = wanted();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  console.log(`Installing the dependencies with ${packageManager} …`);
  const { status, error } = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, now);
}
