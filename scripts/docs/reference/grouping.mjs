// Puts the symbols into their groups, and finds what is wrong with the table.
import { ApiItemKind } from '@microsoft/api-extractor-model';

const TYPES = [ApiItemKind.Interface, ApiItemKind.TypeAlias];

/**
 * The groups with their symbols: `symbols`, and `types`, which are interfaces and types. Throws if a name stands in no
 * group or in two, or if there is no such name.
 */
export function groupSymbols(symbols, table) {
  const owners = new Map(symbols.map((symbol) => [symbol.path, []]));
  const problems = [];
  const explicit = new Set(table.flatMap(({ names, types }) => [...names, ...types]));
  const groups = table.map((group) => {
    const take = (name) => {
      const found = name.endsWith('.*')
        ? symbols.filter(({ path, namespace }) => namespace === name.slice(0, -2) && !explicit.has(path))
        : symbols.filter(({ path }) => path === name);
      if (found.length === 0) problems.push(`${name} stands in '${group.title}', but is no public name`);
      for (const { path } of found) owners.get(path).push(group.title);
      return found;
    };
    const [named, types] = [group.names.flatMap(take), group.types.flatMap(take)];
    // Of a whole namespace, the types are told by their kind.
    return {
      ...group,
      symbols: named.filter((symbol) => !isType(symbol) || explicit.has(symbol.path)),
      types: [...types, ...named.filter((symbol) => isType(symbol) && !explicit.has(symbol.path))],
    };
  });
  for (const [path, titles] of owners) {
    if (titles.length === 0) problems.push(`${path} stands in no group`);
    if (titles.length > 1) problems.push(`${path} stands in several groups: ${titles.join(', ')}`);
  }
  if (problems.length > 0) throw new Error(`scripts/docs/reference/groups.mjs:\n  ${problems.join('\n  ')}`);
  return groups;
}

const isType = (symbol) => symbol.items.every(({ kind }) => TYPES.includes(kind));
