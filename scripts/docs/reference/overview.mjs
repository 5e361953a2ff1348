// The page with all groups, and the sidebar.
import { anchorOf, linkBetween } from './addresses.mjs';
import { code, frontMatter, joined, table } from './markdown.mjs';
import { isNamespace } from './model.mjs';
import { summaryOf } from './page.mjs';

const PAGE = 'reference/index';

/** The Markdown of `reference/index.md`. */
export function overviewPage(site) {
  const rowsOf = (symbols) =>
    symbols.map((symbol) => [
      `[${code(nameIn(symbol))}](${linkBetween(PAGE, site.pageOf(symbol))})`,
      isNamespace(symbol) ? 'a namespace' : summaryOf(site, symbol, PAGE),
    ]);
  const contents = site.groups.map(({ title }) => `- [${title}](#${anchorOf(title.toLowerCase())})`);
  const groups = site.groups.flatMap(({ title, symbols, types }) => [
    `## ${title} {#${anchorOf(title.toLowerCase())}}`,
    table(['name', 'what it is'], rowsOf(symbols)),
    types.length > 0 && `### Types {#${anchorOf(title.toLowerCase())}-types}`,
    table(['type', 'what it is'], rowsOf(types)),
  ]);
  const head =
    "Every public name, in the groups of Python's documentation. What Python does not have stands at the end.";
  return `${joined([frontMatter('Reference', head), '# Reference', head, contents.join('\n'), ...groups])}\n`;
}

/** A name in its group: with its namespace, unless the whole group is of that. */
const nameIn = ({ path, namespace }) =>
  namespace === 'testing' || namespace === 'compiled' ? path.slice(namespace.length + 1) : path;

/** The items of VitePress's sidebar: the groups. With all their names it would be heavier than the pages. */
export function sidebar(site) {
  const groups = site.groups.map(({ title }) => ({
    text: title,
    link: `/reference/#${anchorOf(title.toLowerCase())}`,
  }));
  return [{ text: 'Overview', link: '/reference/' }, ...groups];
}

/** What stands beside a page: the names of its group. */
export function neighbours(site) {
  const item = (symbol) => ({ text: nameIn(symbol), page: site.pageOf(symbol) });
  return site.groups.map(({ title, symbols, types }) => ({ title, names: symbols.map(item), types: types.map(item) }));
}
