// Asks Lighthouse about the built site, in the Chromium of its tests: `npm run docs:lighthouse`. Lighthouse has two hundred
// packages and is wanted rarely, so npx fetches it; it is no part of `npm run check`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './shell.mjs';

// The last one that runs on Node 20.
const LIGHTHOUSE = 'lighthouse@12.8.2';

const PAGES = ['learn/cancellation.html', 'reference/gather.html', 'play.html'];

/** The scores that each page has to reach. */
const WANTED = { performance: 0.9, accessibility: 0.95, 'best-practices': 0.95 };

const dist = `${root}/docs/.vitepress/dist`;
const report = `${root}/.cache/lighthouse.json`;
const { serve, basePath, FLAGS, findChromium } = await fromTests();

const chromium = findChromium();
if ('missing' in chromium) {
  console.log(`NOTICE: ${chromium.missing}, so Lighthouse can't be asked.`);
  process.exit(0);
}
const site = await serve(dist, basePath(dist));
let isGood = true;
for (const page of PAGES) {
  const args = ['--quiet', '--output=json', `--output-path=${report}`, `--chrome-flags=${FLAGS.join(' ')}`];
  const categories = `--only-categories=${Object.keys(WANTED).join(',')}`;
  const lighthouse = spawn('npx', ['--yes', LIGHTHOUSE, site.url + page, ...args, categories], {
    env: { ...process.env, CHROME_PATH: chromium.path },
    stdio: 'inherit',
  });
  const [code] = await once(lighthouse, 'exit');
  if (code !== 0) throw new Error(`Lighthouse has failed on ${page}`);
  const { categories: found } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  const scores = Object.entries(WANTED).map(([name, least]) => {
    const { score } = found[name];
    if (score < least) isGood = false;
    return `${name} ${Math.round(score * 100)}${score < least ? ` (${least * 100} are wanted)` : ''}`;
  });
  console.log(`${page}: ${scores.join(', ')}`);
}
await site.close();
process.exit(isGood ? 0 : 1);

/** What the tests of the site serve and find it with, which is TypeScript. */
async function fromTests() {
  const outfile = `${root}/.cache/lighthouse-site.mjs`;
  await build({
    stdin: {
      contents: "export * from './server'; export { FLAGS, findChromium } from './chromium';",
      resolveDir: `${root}/test/site/support`,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['playwright-core'],
    outfile,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
