/**
 * `npm run bench:page` writes the pages about speed from what was measured; with `--check` it only says whether they would
 * change. What it reads is written by
 *
 *   npm run bench -- --wall --save packages/benchmarks/results/comparison.json
 *   npm run bench -- --slopes --save packages/benchmarks/results/slopes.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format } from 'prettier';

import { brief } from '../runner/brief.mjs';
import { PACKAGE } from '../runner/build.mjs';
import { WORKLOADS } from '../runner/workloads.mjs';
import * as chinese from './chinese.mjs';
import * as english from './english.mjs';
import { page } from './page.mjs';

const DOCS = join(PACKAGE, '../../docs');

/**
 * @param {string} name
 * @returns {import('../runner/record.mjs').Record}
 */
const read = (name) => JSON.parse(readFileSync(join(PACKAGE, 'results', `${name}.json`), 'utf8'));

const [comparison, growth] = [read('comparison'), read('slopes')];
const short = brief(comparison.figures, WORKLOADS, comparison.implementations);
if (short.length > 0) {
  console.error(`measured for too short a time to be told of: ${short.join('; ')}`);
  process.exitCode = 1;
}
for (const [file, language] of /** @type {const} */ ([
  ['performance.md', english],
  ['zh/performance.md', chinese],
])) {
  const path = join(DOCS, file);
  const text = await format(page(language, comparison, growth), { parser: 'markdown' });
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`docs/${file} is out of date: npm run bench:page writes it`);
    process.exitCode = 1;
  }
}
