// Signatures as a reader wants them: in the order of the model, 80 columns wide, without what only a compiler needs.
import { ApiItemKind } from '@microsoft/api-extractor-model';
import { format } from 'prettier';
import { memberName } from './model.mjs';

const STYLE = { parser: 'typescript', printWidth: 80, singleQuote: true };

/** The text of some tokens; what API Extractor has renamed is called by its own name. */
export const textOf = (tokens, symbols) =>
  tokens
    .map((token) =>
      token.canonicalReference && symbols.named(token.canonicalReference) ? publicText(token) : token.text,
    )
    .join('')
    // Prettier leaves an object open that begins with a new line.
    .replaceAll(/\{\n\s*/g, '{ ');

const publicText = ({ text }) => text.replace(/_2\b/, '');

/** The signatures of a symbol, overloads one below the other. */
export async function signatureOf(symbol, symbols) {
  const texts = [];
  for (const item of symbol.items) texts.push(await declarationOf(item, symbols));
  return oneBelowTheOther(texts);
}

async function declarationOf(item, symbols) {
  const isVariable = item.kind === ApiItemKind.Variable;
  const text = textOf(item.excerptTokens, symbols)
    .replace(/^export\s+/, '')
    .replace(/^declare\s+/, '')
    .replace(/^(const )?/, isVariable ? 'const ' : '');
  if (item.kind === ApiItemKind.Class || item.kind === ApiItemKind.Interface) {
    return (await format(`${text} {}`, STYLE)).trim().replace(/\s*\{\}$/, '');
  }
  // Formatted as a declaration, whatever it is: `declare` says that a body or a value is elsewhere.
  return (await format(`declare ${text}`, STYLE))
    .trim()
    .replace(/^declare\s+/, '')
    .replace(/;$/, '');
}

/** The signatures of a member, of which there may be several. */
export async function memberSignature(owner, items, symbols) {
  const texts = [];
  for (const item of items) {
    const text = textOf(item.excerptTokens, symbols)
      .trim()
      .replace(/^protected\s+/, '');
    if (item.kind === ApiItemKind.Constructor) texts.push(await constructionOf(owner, text));
    else if (item.kind === ApiItemKind.Property) texts.push(await withinClass(item, propertyText(item, symbols)));
    else texts.push(await withinClass(item, text));
  }
  return oneBelowTheOther(texts);
}

/** With room between those that take more than one line. */
const oneBelowTheOther = (texts) => texts.join(texts.some((text) => text.includes('\n')) ? '\n\n' : '\n');

/** A constructor as the program calls it: `new Queue(maxsize?: number)`. */
async function constructionOf(owner, text) {
  const call = text.replace(/^constructor/, `function ${owner.name}${typeParametersOf(owner)}`);
  const formatted = await format(`declare ${call.replace(/;?$/, ';')}`, STYLE);
  return formatted
    .trim()
    .replace(/^declare function /, 'new ')
    .replace(/;$/, '');
}

/** A field, or what a getter and a setter make look like one. */
function propertyText(item, symbols) {
  const words = [item.isStatic && 'static', item.isReadonly && 'readonly', memberName(item)].filter(Boolean);
  return `${words.join(' ')}: ${textOf(item.propertyTypeExcerpt.spannedTokens, symbols)};`;
}

function typeParametersOf({ items }) {
  const names = items[0].typeParameters?.map(({ name }) => name) ?? [];
  return names.length === 0 ? '' : `<${names.join(', ')}>`;
}

async function withinClass(item, text) {
  const isOfInterface = /Signature$/.test(item.kind);
  const lines = (
    await format(`${isOfInterface ? 'interface' : 'declare class'} _ {\n${text}\n}`, { ...STYLE, printWidth: 82 })
  )
    .trim()
    .split('\n');
  return lines
    .slice(1, -1)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n')
    .replace(/;$/, '');
}

/** What a member is called in a heading: with brackets if it is called. */
export function headingOf(items) {
  const name = memberName(items[0]);
  const isCalled = [ApiItemKind.Method, ApiItemKind.MethodSignature].includes(items[0].kind);
  return isCalled ? `${name}()` : name;
}
