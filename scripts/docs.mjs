// The site: `node scripts/docs.mjs dev` serves it while it is written, `build` makes it, `preview` serves what was made,
// `prepare` writes only what the pages are made of.
import { writeDiagrams } from './docs/diagrams.mjs';
import { writeLive } from './docs/live.mjs';
import { root, run } from './shell.mjs';

const [command = 'dev', ...args] = process.argv.slice(2);

if (command !== 'preview') {
  run(process.execPath, [`${root}/scripts/docs/reference.mjs`]);
  run(process.execPath, [`${root}/scripts/docs/port.mjs`]);
  await writeLive();
  await writeDiagrams();
}
if (command !== 'prepare') {
  const windows = process.platform === 'win32' ? '.cmd' : '';
  run(`${root}/docs/node_modules/.bin/vitepress${windows}`, [command, 'docs', ...args]);
}
