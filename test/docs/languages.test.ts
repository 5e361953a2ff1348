/** The documentation says the same in both languages, as far as a program can see. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(__dirname, '../../docs');

/** Pages that are written by a program, each by its own. */
const WRITTEN = ['port/names.md', 'port/constructs.md'];

const isPage = (file: string) =>
  file.endsWith('.md') &&
  !/^(zh|reference|node_modules|public|examples|\.vitepress)\b/.test(file) &&
  !WRITTEN.includes(file);

const pages = (readdirSync(DOCS, { recursive: true }) as string[]).filter(isPage).sort();

/** How the block of a program begins. */
const PROGRAM = /^```(ts|js|python|json)\b/;

/** The parts of a page that don't depend on its language. */
function partsOf(file: string): { blocks: string[]; headings: number[]; containers: string[]; tables: number[] } {
  const text = readFileSync(join(DOCS, file), 'utf8');
  // What is no program may be in the language of the page: a drawing, the comments of a command.
  const blocks = (text.match(/^```[^]*?^```/gm) ?? []).map((block) =>
    PROGRAM.test(block) ? block : block.split('\n')[0]!,
  );
  const prose = text.replace(/^```[^]*?^```/gm, '');
  return {
    blocks,
    headings: (prose.match(/^#+(?= )/gm) ?? []).map((marks) => marks.length),
    // How many lines each table has.
    tables: (prose.match(/^\|.*(?:\n\|.*)*/gm) ?? []).map((table) => table.split('\n').length),
    containers: prose.match(/^ *::: (program|exercise|timeline) .*/gm) ?? [],
  };
}

test('there are pages', () => {
  expect(pages.length).toBeGreaterThan(30);
});

describe('a page', () => {
  test.each(pages)('%s is there in Chinese, with the same programs and headings', (page) => {
    expect(existsSync(join(DOCS, 'zh', page))).toBe(true);
    const chinese = partsOf(`zh/${page}`);
    const english = partsOf(page);
    expect(chinese).toEqual(english);
  });

  test.each(pages)('%s is in Chinese there', (page) => {
    const text = readFileSync(join(DOCS, 'zh', page), 'utf8').replace(/^```[^]*?^```/gm, '');
    const letters = text.match(/[\u3400-\u9fff]/g) ?? [];
    expect(letters.length).toBeGreaterThan(10);
  });

  test.each(pages)('%s leads from Chinese to Chinese, but for the reference', (page) => {
    const text = readFileSync(join(DOCS, 'zh', page), 'utf8');
    const fromRoot = [...text.matchAll(/\]\(\/(?!reference\/)([^)#]*)/g)].map(([, to]) => to!);
    expect(fromRoot.filter((to) => !to.startsWith('zh/'))).toEqual([]);
  });
});
