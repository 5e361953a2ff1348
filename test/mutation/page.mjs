// The page of results, `docs/contributing/mutation.md`: its table is written here; its lists of survivors, each under the
// reason why it may live, are written by hand and read here.
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../../scripts/shell.mjs';

const path = `${root}/docs/contributing/mutation.md`;
const TABLE = /(<!-- results -->\n)[^]*(<!-- end of results -->)/;

/** The changes that the page lists. */
export function accepted() {
  const blocks = readFileSync(path, 'utf8').match(/^```text\n[^]*?^```$/gm) ?? [];
  return new Set(blocks.flatMap((block) => block.split('\n').slice(1, -1)));
}

const lives = ({ status }) => status === 'survived' || status === 'uncovered';
const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** What came of the mutants of a file, or of all files. */
export function summary(name, mutants) {
  const alive = mutants.filter(lives).length;
  const timedOut = mutants.filter(({ status }) => status === 'timeout').length;
  const killed = mutants.length - alive - timedOut;
  return [name, mutants.length, killed, timedOut, alive, share(alive, mutants.length)].map(String);
}

/** Puts rows of {@link summary} into the page's table. */
export function record(rows) {
  const cells = [['file', 'mutants', 'killed', 'timed out', 'survived', 'share'], ...rows];
  const widths = cells[0].map((_cell, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const table = [line(cells[0]), rule, ...rows.map(line)].join('\n');
  writeFileSync(path, readFileSync(path, 'utf8').replace(TABLE, `$1\n${table}\n\n$2`));
}
