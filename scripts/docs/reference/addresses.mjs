// Where pages and the sections on them stand.
import { posix } from 'node:path';
import { ApiItemKind } from '@microsoft/api-extractor-model';
import { groupByName, isNamespace } from './model.mjs';

const TYPES = [ApiItemKind.Class, ApiItemKind.Interface, ApiItemKind.TypeAlias];

/**
 * The page of each symbol, as its path below `reference` without the ending: `gather`, `ssl/SSLContext`, and `ssl/index`
 * for a namespace. Where two would differ only in case (`Timeout` and `timeout`), which many file systems ignore, the type
 * is `Timeout-class`.
 */
export function pagesOf(symbols) {
  const pages = new Map();
  const taken = groupByName(symbols, (symbol) => plainPage(symbol).toLowerCase());
  for (const sharing of taken.values()) {
    const values = sharing.filter((symbol) => !isType(symbol));
    if (values.length > 1 || sharing.length > 2 || (sharing.length === 2 && values.length === 0)) {
      throw new Error(`their pages would have the same name: ${sharing.map(({ path }) => path).join(', ')}`);
    }
    for (const symbol of sharing) {
      pages.set(symbol, sharing.length > 1 && isType(symbol) ? `${plainPage(symbol)}-class` : plainPage(symbol));
    }
  }
  return pages;
}

const plainPage = (symbol) => (isNamespace(symbol) ? `${symbol.path}/index` : symbol.path.replace('.', '/'));

const isType = (symbol) => symbol.items.every(({ kind }) => TYPES.includes(kind));

/** The anchor of a member: its name, without what can't stand in an anchor. */
export const anchorOf = (name) => name.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'member';

/** The link from a page to another, both below `docs`, as an editor and VitePress understand it. */
export function linkBetween(from, to, anchor = null) {
  const hash = anchor === null ? '' : `#${anchor}`;
  if (from === to && anchor !== null) return hash;
  const relative = posix.relative(posix.dirname(from), to);
  return `${relative.startsWith('.') ? relative : `./${relative}`}.md${hash}`;
}
