// The page of a symbol.
import { ApiItemKind } from '@microsoft/api-extractor-model';
import { linkBetween, anchorOf } from './addresses.mjs';
import { deprecation, describe, errorList, parameterTables, propertyRow, typeLinks } from './description.mjs';
import { block, code, firstSentence, frontMatter, joined, plain, safe, table } from './markdown.mjs';
import { groupByName, isNamespace, memberName, membersOf } from './model.mjs';
import { pythonCounterpart, pythonSignature, sinceVersion } from './python.mjs';
import { headingOf, memberSignature, signatureOf } from './signature.mjs';

const KINDS = {
  [ApiItemKind.Class]: 'Class',
  [ApiItemKind.Function]: 'Function',
  [ApiItemKind.Interface]: 'Interface',
  [ApiItemKind.TypeAlias]: 'Type',
  [ApiItemKind.Variable]: 'Constant',
};

/** The address of the documentation's own page about what differs. */
const DIFFERENCES = 'differences';

/** The Markdown of the page. */
export async function pageOf(site, symbol) {
  const { items } = symbol;
  const said = describe(items, site.linker(symbol));
  const { parameters, keywords } = parameterTables(site, symbol, items, said);
  return `${joined([
    frontMatter(site.titleOf(symbol), plain(firstSentence(said.summary))),
    `# ${safe(site.titleOf(symbol)).replaceAll(/\\?_/g, String.raw`\_`)}`,
    kindLine(site, symbol),
    block('typescript', await signatureOf(symbol, site.symbols)),
    typeLinks(site, symbol, items),
    deprecation(said),
    said.summary,
    said.remarks,
    section('Parameters', parameters),
    keywords && `${parameters ? '###' : '##'} Keywords\n\n${keywords}`,
    section('Returns', said.returns),
    section('Errors', errorList(site, symbol, said.throws)),
    section('Cancellation', said.cancellation),
    section('In Python', inPython(site, symbol, said)),
    section(said.examples.length > 1 ? 'Examples' : 'Example', joined(said.examples)),
    await memberSections(site, symbol),
    inheritance(site, symbol),
  ])}\n`;
}

const section = (title, body) => (!body ? '' : `## ${title}\n\n${body}`);

/** What it is, where it belongs, and by which names it is reached as well. */
function kindLine(site, symbol) {
  const kinds = [...new Set(symbol.items.map(({ kind }) => KINDS[kind]))].join(' and ').toLowerCase();
  const group = site.groupOf(symbol);
  const overview = linkBetween(site.pageOf(symbol), 'reference/index', anchorOf(group.title.toLowerCase()));
  const also = symbol.aliases.map((path) => code(`asyncio.${path}`));
  const alias = also.length === 0 ? '' : ` Also ${also.join(', ')}.`;
  return `${kinds[0].toUpperCase()}${kinds.slice(1)} of [${group.title}](${overview}).${alias}${importLine(symbol)}`;
}

/** Entries of their own, beside the namespaces of the same names. */
function importLine({ namespace, name }) {
  if (!['testing', 'compiled', 'contextvars', 'concurrent', 'inspect'].includes(namespace)) return '';
  return ` ${code(`import { ${name} } from 'asyncio-ts/${namespace}'`)}`;
}

/** What Python has in its place: the call, what the comment says, the way to Python's documentation, and what differs. */
function inPython(site, symbol, said) {
  const { pythonNames } = site;
  const signature = pythonSignature(pythonNames, symbol.path);
  const counterpart = pythonCounterpart(pythonNames, site.groupOf(symbol), symbol);
  const since = sinceVersion(pythonNames, symbol.path);
  return joined([
    signature && block('python', signature),
    // Often the comment only names it, as the link does.
    /^`[\w.]+`\.$/.test(said.python) && counterpart ? '' : said.python,
    since && `New in Python ${since}.`,
    pythonLink(counterpart),
    differences(site, symbol),
  ]);
}

const pythonLink = (counterpart) =>
  counterpart && `[${code(counterpart.name)} in Python's documentation](${counterpart.url})`;

function differences(site, symbol) {
  const mentions = site.mentions.get(symbol) ?? [];
  if (mentions.length === 0) return '';
  const lines = mentions.map(({ section: { title, anchor }, members }) => {
    const about = members.size === 0 ? '' : ` (${[...members].map(code).join(', ')})`;
    return `- [${safe(title)}](${linkBetween(site.pageOf(symbol), DIFFERENCES, anchor)})${about}`;
  });
  return `What differs:\n\n${lines.join('\n')}`;
}

/** The members that a class or an interface declares itself, each with a heading of its own. */
async function memberSections(site, symbol) {
  const members = [...groupByName(membersOf(symbol), memberName)];
  const isOf = (kinds) => members.filter(([, items]) => kinds.includes(items[0].kind));
  const parts = [];
  for (const [title, kinds] of MEMBERS) {
    // What Python's syntax calls stands behind what a program calls.
    const found = isOf(kinds).sort(([a], [b]) => Number(/^\W|^_/.test(a)) - Number(/^\W|^_/.test(b)));
    if (found.length === 0) continue;
    const bodies = [];
    for (const [name, items] of found) bodies.push(await memberSection(site, symbol, name, items));
    // A constructor has no other beside it, and needs no heading above its own.
    parts.push(title === 'Constructor' ? joined(bodies) : `## ${title}\n\n${joined(bodies)}`);
  }
  const properties = isOf([ApiItemKind.PropertySignature]).map(([name, [item]]) => {
    const [shown, type, text] = propertyRow(site, symbol, item);
    return [`<a id="${anchorOf(name)}"></a>${shown}`, type, text];
  });
  return joined([section('Properties', table(['name', 'type', 'what it is'], properties)), ...parts]);
}

const MEMBERS = [
  ['Constructor', [ApiItemKind.Constructor]],
  ['Calls', [ApiItemKind.CallSignature, ApiItemKind.IndexSignature]],
  ['Attributes', [ApiItemKind.Property]],
  ['Methods', [ApiItemKind.Method, ApiItemKind.MethodSignature]],
];

async function memberSection(site, symbol, name, items) {
  const said = describe(items, site.linker(symbol));
  const { parameters, keywords } = parameterTables(site, symbol, items, said);
  const isConstructor = name === 'constructor';
  const counterpart = isConstructor ? null : pythonCounterpart(site.pythonNames, site.groupOf(symbol), symbol, name);
  const since = sinceVersion(site.pythonNames, `${symbol.path}.${name}`);
  return joined([
    isConstructor ? '## Constructor {#constructor}' : `### ${code(headingOf(items))} {#${anchorOf(name)}}`,
    block('typescript', await memberSignature(symbol, items, site.symbols)),
    deprecation(said),
    said.summary,
    said.remarks,
    parameters,
    keywords,
    said.returns && `**Returns.** ${said.returns}`,
    said.throws.length > 0 && `**Errors.**\n\n${errorList(site, symbol, said.throws)}`,
    said.cancellation && `**Cancellation.** ${said.cancellation}`,
    said.python && `**In Python.** ${said.python}`,
    since && `New in Python ${since}.`,
    pythonLink(counterpart),
    ...said.examples,
  ]);
}

function inheritance(site, symbol) {
  const lines = site.inheritedBy(symbol).map(([above, names]) => {
    const links = names.map((name) => site.linkTo(symbol, above, name, code(name)));
    return `From ${site.linkTo(symbol, above)}: ${links.join(', ')}.`;
  });
  return section('Inherited', joined(lines));
}

/** The page of a namespace, or of an entry that has a model of its own: its members, each with its first sentence. */
export function namespacePage(site, path, symbol, members) {
  const page = `reference/${path}/index`;
  const isEntry = symbol === null;
  const title = isEntry ? `asyncio-ts/${path}` : `asyncio.${path}`;
  const entry = ['contextvars', 'concurrent', 'inspect'].includes(path) ? `, or ${code(`asyncio-ts/${path}`)}` : '';
  const rows = members
    .filter((member) => !isNamespace(member))
    .map((member) => [
      `[${code(member.name)}](${linkBetween(page, site.pageOf(member))})`,
      summaryOf(site, member, page),
    ]);
  const what = isEntry ? `What ${code(title)} has.` : `The namespace ${code(title)}${entry}.`;
  return `${joined([
    frontMatter(title, plain(what)),
    `# ${safe(title).replaceAll('_', String.raw`\_`)}`,
    what,
    table(['name', 'what it is'], rows),
  ])}\n`;
}

/** The first sentence of what is said about a symbol, with links as they are from a page. */
export function summaryOf(site, symbol, page) {
  const link = (name, text) => {
    const found = site.symbols.resolve(name, symbol);
    const shown = text ?? code(name);
    if (found === null) return shown;
    return `[${shown}](${linkBetween(page, site.pageOf(found.symbol), found.member && anchorOf(found.member))})`;
  };
  return firstSentence(describe(symbol.items, link).summary);
}
