// Tests the built site in Chromium. On Debian it is installed if it is missing and we may; elsewhere it has to be there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root, succeeds, tool } from './shell.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (!existsSync(CHROMIUM) && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  console.log('Installing Chromium, from Debian ...');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}
if (!existsSync(CHROMIUM)) {
  console.log(`NOTICE: there is no Chromium at ${CHROMIUM}, so the tests of the site in a browser are skipped.`);
  process.exit(0);
}
const jest = ['--config', `${root}/test/site/jest.config.cjs`, ...process.argv.slice(2)];
process.exit(succeeds(tool('jest'), jest) ? 0 : 1);
