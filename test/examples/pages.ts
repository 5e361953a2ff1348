/** What the pages of the site show: programs, timelines and exercises, in blocks that begin with `:::`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(__dirname, '../../docs');

/** A block such as `::: program learn/streams/echo node`. */
export interface Block {
  readonly kind: 'program' | 'timeline' | 'exercise';
  /** A path in `docs/examples`. */
  readonly path: string;
  readonly flags: readonly string[];
}

/** A page, in one of the languages. */
export interface Page {
  /** Such as `learn/coroutines`, the same in both languages. */
  readonly name: string;
  readonly blocks: readonly Block[];
  /** How many headings there are of each level: `## … ### … ##` is `[2, 3, 2]`. */
  readonly headings: readonly number[];
  /** The tables of a program's turns: the cells with the time and with who is ready. */
  readonly turns: readonly Turns[];
}

/** A table behind `<!-- turns path -->`, with columns for the turn, the time, the ready queue, and what happens. */
export interface Turns {
  readonly path: string;
  readonly rows: readonly string[];
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^::: (program|timeline|exercise) (\S+)(.*)$/gm)].map(([, kind, path, flags]) => ({
    kind: kind as Block['kind'],
    path: path as string,
    flags: (flags as string).split(' ').filter((flag) => flag !== ''),
  }));
}

function headingsOf(text: string): number[] {
  const withoutCode = text.replace(/^(`{3,})[^]*?^\1$/gm, '');
  return [...withoutCode.matchAll(/^(#+) /gm)].map(([, signs]) => (signs as string).length);
}

function turnsOf(text: string): Turns[] {
  return [...text.matchAll(/^<!-- turns (\S+) -->\n\n\|.*\n\|.*\n((?:\|.*\n)+)/gm)].map(([, path, table]) => ({
    path: path as string,
    rows: (table as string)
      .trim()
      .split('\n')
      .map((row) => {
        const [, , time = '', ready = ''] = row.split('|');
        return `${time.trim()} | ${ready.trim()}`;
      }),
  }));
}

/** The pages below a folder of `docs`; `learn` for English, `zh/learn` for Chinese. */
export function pagesUnder(folder: string): Page[] {
  if (!existsSync(join(DOCS, folder))) return [];
  const names = readdirSync(join(DOCS, folder), { encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names.sort().map((file) => {
    const text = readFileSync(join(DOCS, folder, file), 'utf8');
    const name = `${folder.replace(/^zh\//, '')}/${file.replace('.md', '')}`;
    return { name, blocks: blocksOf(text), headings: headingsOf(text), turns: turnsOf(text) };
  });
}

/** The paths that pages show by blocks of one kind, each once. */
export function shown(pages: readonly Page[], kind: Block['kind']): string[] {
  const blocks = pages.flatMap((page) => page.blocks).filter((block) => block.kind === kind);
  return [...new Set(blocks.map((block) => block.path))].sort();
}

/** The programs that pages show with a flag. */
export function flagged(pages: readonly Page[], flag: string): Set<string> {
  const blocks = pages.flatMap((page) => page.blocks).filter((block) => block.flags.includes(flag));
  return new Set(blocks.map((block) => block.path));
}

/** The programs that run on Node only, since they have to do with the outside: their time is real. */
export function onNode(pages: readonly Page[]): Set<string> {
  return flagged(pages, 'node');
}
