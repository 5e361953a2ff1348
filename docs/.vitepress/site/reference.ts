/** What the generator of the reference has written beside its pages: its sidebar, and the names of each group. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

/** A name of a group, and its page below `docs` without the ending. */
interface Name {
  readonly text: string;
  readonly page: string;
}

/** A group of names, which stands beside the page of each. */
export interface Group {
  readonly title: string;
  readonly names: readonly Name[];
  readonly types: readonly Name[];
}

function read(name: string): unknown {
  const file = fileURLToPath(new URL(`../../reference/${name}.json`, import.meta.url));
  if (!existsSync(file)) throw new Error('The reference is missing: `npm run docs:prepare` writes it.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  return read('sidebar') as DefaultTheme.SidebarItem[];
}

let groups: ReadonlyMap<string, Group> | null = null;

/** The group of a page of the reference. */
export function groupOf(file: string): Group | undefined {
  groups ??= new Map(
    (read('neighbours') as Group[]).flatMap((group) =>
      [...group.names, ...group.types].map(({ page }) => [`${page}.md`, group] as const),
    ),
  );
  return groups.get(file);
}
