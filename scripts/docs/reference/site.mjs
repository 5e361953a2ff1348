// What all pages share: the symbols and their pages, the groups, Python's names, the links.
import { anchorOf, linkBetween, pagesOf } from './addresses.mjs';
import { code } from './markdown.mjs';
import { memberName, membersOf } from './model.mjs';

export class Site {
  /** What is wrong with the comments: links that lead nowhere. */
  problems = [];
  #groupOf = new Map();

  constructor({ symbols, groups, pythonNames, mentions }) {
    Object.assign(this, { symbols, groups, pythonNames, mentions });
    this.pages = pagesOf(symbols.all);
    for (const group of groups)
      for (const symbol of [...group.symbols, ...group.types]) this.#groupOf.set(symbol, group);
  }

  groupOf(symbol) {
    return this.#groupOf.get(symbol);
  }

  /** The page of a symbol, below `docs`, without the ending. */
  pageOf(symbol) {
    return `reference/${this.pages.get(symbol)}`;
  }

  /** A symbol's name as a program reads it. */
  titleOf({ path, namespace }) {
    return namespace === 'testing' || namespace === 'compiled'
      ? `asyncio-ts/${path.replace('.', ': ')}`
      : `asyncio.${path}`;
  }

  /** A link from the page of a symbol to another. */
  linkTo(from, symbol, member = null, text = null) {
    const to = { symbol, member };
    const shown = text ?? code(member === null ? symbol.name : `${symbol.name}.${member}`);
    const anchor = member === null ? null : anchorOf(member);
    if (from === symbol && member === null) return shown;
    return `[${shown}](${linkBetween(this.pageOf(from), this.pageOf(to.symbol), anchor)})`;
  }

  /** Gives what turns the names in comments of a symbol into links. */
  linker(from) {
    return (name, text) => {
      const found = this.symbols.resolve(name, from);
      if (found !== null) return this.linkTo(from, found.symbol, found.member, text ?? code(name));
      this.problems.push(`${from.path}: its comment links to ${name}, which is not public`);
      return text ?? code(name);
    };
  }

  /** The public symbols that some tokens of a signature name, each once. */
  namedIn(tokens) {
    const found = tokens.map((token) => token.canonicalReference && this.symbols.named(token.canonicalReference));
    return [...new Set(found.filter((symbol) => symbol !== undefined))];
  }

  /** What a symbol inherits, by the class that declares it: `[ancestor, names]`. */
  inheritedBy(symbol) {
    const seen = new Set(membersOf(symbol).map(memberName));
    const result = [];
    for (const above of this.symbols.ancestorsOf(symbol)) {
      const names = [...new Set(membersOf(above).map(memberName))].filter(
        (name) => !seen.has(name) && name !== 'constructor',
      );
      for (const name of names) seen.add(name);
      if (names.length > 0) result.push([above, names]);
    }
    return result;
  }
}
