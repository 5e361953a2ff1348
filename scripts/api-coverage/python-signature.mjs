// Reads a signature as Python prints it: `(fs, *, timeout=None, return_when='ALL_COMPLETED')`.

/** The kinds of Python's parameters, by the names that `inspect` gives them. */
export const [POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD] = [
  'positional only',
  'positional or keyword',
  '*',
  'keyword only',
  '**',
];

/**
 * The parameters in order: `name`, `kind`, and `default`, which is Python's text of the default value, or null where
 * there is none. A leading `self` or `cls` is left out: it isn't given by the caller.
 */
export function parseSignature(text) {
  const parameters = [];
  let kind = POSITIONAL_OR_KEYWORD;
  for (const part of splitAtCommas(text.slice(1, closingBracket(text)))) {
    if (part === '*') kind = KEYWORD_ONLY;
    else if (part === '/') for (const parameter of parameters) parameter.kind = POSITIONAL_ONLY;
    else if (part.startsWith('**')) parameters.push(toParameter(part.slice(2), VAR_KEYWORD));
    else if (part.startsWith('*')) {
      parameters.push(toParameter(part.slice(1), VAR_POSITIONAL));
      kind = KEYWORD_ONLY;
    } else parameters.push(toParameter(part, kind));
  }
  return parameters[0]?.name === 'self' || parameters[0]?.name === 'cls' ? parameters.slice(1) : parameters;
}

function toParameter(text, kind) {
  const [, name, rest] = /^(\w+)(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new SyntaxError(`no parameter: ${text}`);
  // An annotation may hold brackets and commas, but no equals sign.
  const equals = rest.indexOf('=');
  return { name, kind, default: equals < 0 ? null : rest.slice(equals + 1).trim() };
}

function closingBracket(text) {
  for (const { index, depth } of charactersOutsideStrings(text)) if (depth === 0 && text[index] === ')') return index;
  throw new SyntaxError(`no signature: ${text}`);
}

function splitAtCommas(text) {
  const parts = [];
  let start = 0;
  for (const { index, depth } of charactersOutsideStrings(text)) {
    if (depth !== 0 || text[index] !== ',') continue;
    parts.push(text.slice(start, index).trim());
    start = index + 1;
  }
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}

/** Each character that stands in no string, with the depth of brackets outside of it. */
function* charactersOutsideStrings(text) {
  let depth = 0;
  let quote = null;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quote !== null) {
      if (character === '\\') index += 1;
      else if (character === quote) quote = null;
    } else if (character === "'" || character === '"') quote = character;
    else {
      const isArrow = character === '>' && text[index - 1] === '-';
      if (')]}'.includes(character) || (character === '>' && !isArrow)) depth -= 1;
      yield { index, depth };
      if ('([{<'.includes(character)) depth += 1;
    }
  }
}
