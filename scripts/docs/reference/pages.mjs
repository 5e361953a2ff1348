// All files of the reference.
import { examplesOf } from './examples.mjs';
import { isNamespace } from './model.mjs';
import { neighbours, overviewPage, sidebar } from './overview.mjs';
import { namespacePage, pageOf } from './page.mjs';

/** Entries whose names are reached by no namespace of the library. */
const ENTRIES = ['testing', 'compiled'];

/** The files, by their paths below `docs`: pages, the examples that they show, and what VitePress shows beside them. */
export async function makePages(site) {
  const pages = new Map();
  for (const symbol of site.symbols.all) {
    const file = `${site.pageOf(symbol)}.md`;
    if (isNamespace(symbol)) pages.set(file, namespacePage(site, symbol.path, symbol, membersAt(site, symbol.path)));
    else {
      const { text, files } = examplesOf(site.pageOf(symbol), await pageOf(site, symbol));
      pages.set(file, text);
      for (const [example, code] of files) pages.set(example, code);
    }
  }
  for (const entry of ENTRIES) {
    const members = membersAt(site, entry);
    if (members.length > 0) pages.set(`reference/${entry}/index.md`, namespacePage(site, entry, null, members));
  }
  pages.set('reference/index.md', overviewPage(site));
  pages.set('reference/sidebar.json', `${JSON.stringify(sidebar(site), null, 2)}\n`);
  pages.set('reference/neighbours.json', `${JSON.stringify(neighbours(site), null, 2)}\n`);
  return pages;
}

/** What a namespace holds, what has its home elsewhere included. */
const membersAt = (site, path) =>
  site.symbols.all.filter((symbol) => [symbol.path, ...symbol.aliases].some((one) => one.startsWith(`${path}.`)));
