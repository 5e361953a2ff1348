/** The programs that the pages offer to run, as they name them: `::: program NAME FLAGS`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Program, Ran } from './in_page';

const DOCS = join(__dirname, '../../../docs');

/** With these a page shows a program, and can't run it. */
const ONLY_SHOWN = ['node', 'no-run', 'wrong'];

export interface Example extends Program {
  /** What it printed on Node, and CPython before; null if it asserts by lines `expr; // => value`, or reports something. */
  readonly recorded: string | null;
}

function read(file: string): string {
  return readFileSync(join(DOCS, file), 'utf8');
}

/** Those of all pages, the reference included; not of the Chinese ones, which show the same. */
export function offeredExamples(): Example[] {
  const files = readdirSync(DOCS, { encoding: 'utf8', recursive: true }).map((file) => file.replaceAll('\\', '/'));
  const pages = files.filter((file) => file.endsWith('.md') && !/^zh\/|node_modules\//.test(file));
  const offered = new Map<string, readonly string[]>();
  for (const [, name = '', behind = ''] of pages.flatMap((page) => [
    ...read(page).matchAll(/^ *::: program (\S+)(.*)$/gm),
  ])) {
    const flags = behind.split(' ');
    if (!ONLY_SHOWN.some((flag) => flags.includes(flag))) offered.set(name, flags);
  }
  return [...offered].map(([name, flags]) => ({
    name,
    source: read(`examples/${name}.ts`).trimEnd(),
    virtual: !flags.includes('real-time'),
    recorded: existsSync(join(DOCS, `examples/${name}.out`)) ? read(`examples/${name}.out`) : null,
  }));
}

/** Runs programs in a page of the site. */
export async function runInPage(page: Page, programs: readonly Program[]): Promise<Map<string, Ran>> {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'in_page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'examples',
    tsconfigRaw: {},
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const base = new URL('.', page.url()).pathname;
  const call = `examples.runAll(${JSON.stringify(programs)}, ${JSON.stringify(base)})`;
  const all = await page.evaluate<readonly Ran[]>(call);
  return new Map(all.map((ran) => [ran.name, ran]));
}
