// What is said about a function, a class or a member: the parts of its comments, and the tables of what it takes.
import { ApiItemKind } from '@microsoft/api-extractor-model';
import { readComment } from './comment.mjs';
import { code, joined, safe, table } from './markdown.mjs';
import { membersOf } from './model.mjs';
import { textOf } from './signature.mjs';

/** The comments of some overloads, put together: what two of them say alike is said once. */
export function describe(items, link) {
  const comments = items.map((item) => readComment(item.tsdocComment, link));
  const all = (part) => joined([...new Set(comments.map((comment) => comment[part]))]);
  const parameters = new Map();
  for (const comment of [...comments].reverse()) {
    for (const [name, text] of comment.parameters) parameters.set(name, text);
  }
  return {
    summary: withoutStandIn(all('summary')),
    remarks: all('remarks'),
    python: all('python'),
    cancellation: all('cancellation'),
    returns: all('returns'),
    deprecated: all('deprecated'),
    parameters,
    throws: [...new Set(comments.flatMap(({ throws }) => throws))],
    examples: [...new Set(comments.flatMap(({ examples }) => examples))],
  };
}

/** API Extractor writes a sentence of its own where a constructor has none. */
const withoutStandIn = (summary) => summary.replace(/^Constructs a new instance of the `\w+` class$/, '');

/** The table of the parameters, and that of the keywords that an object of them may hold. */
export function parameterTables(site, symbol, items, description) {
  const types = new Map();
  for (const parameter of items.flatMap((item) => item.parameters ?? [])) {
    const { name, parameterTypeExcerpt } = parameter;
    const known = types.get(name) ?? new Set();
    known.add(textOf(parameterTypeExcerpt.spannedTokens, site.symbols).replaceAll(/\s+/g, ' '));
    types.set(name, known);
  }
  const rows = [...types].map(([name, texts]) => [
    code(name),
    [...texts].map(code).join(' or '),
    description.parameters.get(name) ?? '',
  ]);
  const keywords = keywordRows(site, symbol, items, new Set(types.keys()));
  return {
    parameters: table(['name', 'type', 'what it is'], rows),
    keywords: table(['keyword', 'type', 'what it is'], keywords),
  };
}

/** What the objects may hold that are given at the end, but for what can be given by position as well. */
function keywordRows(site, symbol, items, positional) {
  const rows = new Map();
  for (const parameter of items.flatMap((item) => item.parameters ?? [])) {
    for (const type of site.namedIn(parameter.parameterTypeExcerpt.spannedTokens)) {
      if (!/(Options|Keywords?|Init|Replacements|Format|Locations)$/.test(type.name)) continue;
      for (const above of [type, ...site.symbols.ancestorsOf(type)]) {
        for (const property of membersOf(above)) {
          if (property.kind !== ApiItemKind.PropertySignature || positional.has(property.displayName)) continue;
          if (!rows.has(property.displayName)) rows.set(property.displayName, propertyRow(site, symbol, property));
        }
      }
    }
  }
  return [...rows.values()];
}

/** A row of a table of properties. */
export function propertyRow(site, symbol, property) {
  const { summary } = readComment(property.tsdocComment, site.linker(symbol));
  const type = textOf(property.propertyTypeExcerpt.spannedTokens, site.symbols).replaceAll(/\s+/g, ' ');
  return [code(property.displayName), code(type), summary];
}

/** The errors as a list, each beginning with a link to the exception. */
export function errorList(site, symbol, throws) {
  const linked = throws.map((text) =>
    text.replace(
      /^`?([A-Z]\w+(?:Error|Exception|Warning|Interrupt|Exit|Group|Iteration|Empty|Full|ShutDown))\b`?/,
      (whole, name) => {
        const found = site.symbols.resolve(name, symbol);
        return found === null ? whole : site.linkTo(symbol, found.symbol);
      },
    ),
  );
  return linked.map((text) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n');
}

/** The types that a signature names, as links. */
export function typeLinks(site, symbol, items) {
  const types = site.namedIn(items.flatMap((item) => item.excerptTokens ?? [])).filter((type) => type !== symbol);
  return types.length === 0 ? '' : `Types: ${types.map((type) => site.linkTo(symbol, type)).join(', ')}`;
}

/** What is out of use. */
export const deprecation = ({ deprecated }) =>
  deprecated === '' ? '' : `::: warning ${safe('Deprecated')}\n${deprecated}\n:::`;
