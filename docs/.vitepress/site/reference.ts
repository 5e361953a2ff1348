/** The sidebar of the reference, which its generator has written. Both languages share it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

const FILE = fileURLToPath(new URL('../../reference/sidebar.json', import.meta.url));

export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  if (!existsSync(FILE)) throw new Error('The reference is missing: `npm run docs:prepare` writes it.');
  return JSON.parse(readFileSync(FILE, 'utf8')) as DefaultTheme.SidebarItem[];
}
