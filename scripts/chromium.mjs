// Chromium for tests. On Debian it is installed if it is missing and we may; elsewhere it has to be there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Ends the process, with a notice of what is skipped, where there is no Chromium. */
export function needChromium(what) {
  if (!existsSync(CHROMIUM) && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium, from Debian ...');
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  }
  if (existsSync(CHROMIUM)) return;
  console.log(`NOTICE: there is no Chromium at ${CHROMIUM}, so ${what} are skipped.`);
  process.exit(0);
}
