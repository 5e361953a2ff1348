/** What a piece of source text stands for, as far as that can be known without running it. */
import { indexOutside, splitAtCommas, type Expression } from './source_parameters.js';
import { isName, isPunctuator, type Token } from './tokens.js';

/**
 * A default value that only running the function could compute, kept as the text it was written in.
 *
 * @remarks
 * **Python.** There a default is computed once, when the function is defined, and is an ordinary value. In JavaScript
 * it is an expression, computed anew at each call. Literals are given as their values; everything else is one of these.
 *
 * @example
 * ```ts
 * const log = (text: string, when = Date.now()) => [text, when];
 * const [, parameter] = Object.values(asyncio.inspect.signature(log).parameters);
 * String(parameter?.default); // => 'Date.now()'
 * ```
 *
 * @public
 */
export class SourceExpression {
  /** The expression, as it was written. */
  readonly source: string;

  /** @internal */
  constructor(source: string) {
    this.source = source;
  }

  /** The expression itself. */
  __repr__(): string {
    return this.source;
  }

  /** The expression itself. */
  toString(): string {
    return this.source;
  }

  /** Whether both were written the same. */
  __eq__(other: unknown): boolean {
    return other instanceof SourceExpression && other.source === this.source;
  }
}

/** The value of a literal, with null for `undefined`; of everything else the expression itself. */
export function valueOf(expression: Expression): unknown {
  const literal = literalValue(expression.tokens);
  return literal === null ? new SourceExpression(expression.text) : (literal.value ?? null);
}

interface Value {
  readonly value: unknown;
}

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

/** The value of a literal, or null if the tokens are something else. */
function literalValue(tokens: readonly Token[]): Value | null {
  const first = tokens[0];
  if (first === undefined) return null;
  if (tokens.length === 1) return tokenValue(first);
  if (isPunctuator(first, '-') || isPunctuator(first, '+')) return signedValue(first.text, tokens.slice(1));
  const last = tokens[tokens.length - 1];
  const inner = tokens.slice(1, -1);
  if (isPunctuator(first, '[') && isPunctuator(last, ']')) return arrayValue(inner);
  if (isPunctuator(first, '{') && isPunctuator(last, '}')) return objectValue(inner);
  return isName(first, 'void') && tokens.length === 2 && tokens[1]?.type === 'number' ? { value: undefined } : null;
}

function tokenValue(token: Token): Value | null {
  switch (token.type) {
    case 'number':
      return numberValue(token.text);
    case 'string':
      return { value: unescape(token.text.slice(1, -1)) };
    case 'template':
      return /(?<!\\)(?:\\\\)*\$\{/.test(token.text)
        ? null
        : { value: unescape(token.text.slice(1, -1).replace(/\r\n?/g, '\n')) };
    case 'name':
      return CONSTANTS.has(token.text) ? { value: CONSTANTS.get(token.text) } : null;
    default:
      return null;
  }
}

function numberValue(text: string): Value | null {
  // A number that begins with a needless zero is octal or decimal, as its digits please.
  if (/^0\d/.test(text)) return null;
  const digits = text.replaceAll('_', '');
  return { value: digits.endsWith('n') ? BigInt(digits.slice(0, -1)) : Number(digits) };
}

function signedValue(sign: string, tokens: readonly Token[]): Value | null {
  if (tokens.length !== 1 || (tokens[0]?.type !== 'number' && !isName(tokens[0], 'Infinity'))) return null;
  const operand = literalValue(tokens)?.value;
  if (typeof operand === 'number') return { value: sign === '-' ? -operand : operand };
  return typeof operand === 'bigint' && sign === '-' ? { value: -operand } : null;
}

function arrayValue(tokens: readonly Token[]): Value | null {
  const values: unknown[] = [];
  for (const item of splitAtCommas(tokens)) {
    const value = literalValue(item);
    if (value === null) return null;
    values.push(value.value);
  }
  return { value: values };
}

function objectValue(tokens: readonly Token[]): Value | null {
  const entries: [string, unknown][] = [];
  for (const property of splitAtCommas(tokens)) {
    const [key, colon] = property;
    // A name alone, a method, a spread: all of these need the program to run. And `__proto__` isn't a property.
    if (key === undefined || !isPunctuator(colon, ':') || indexOutside(property, ':') !== 1) return null;
    const name = key.type === 'name' ? key.text : tokenValue(key)?.value;
    const value = literalValue(property.slice(2));
    if (value === null || (typeof name !== 'string' && typeof name !== 'number') || name === '__proto__') return null;
    entries.push([String(name), value.value]);
  }
  return { value: Object.fromEntries(entries) };
}

const ESCAPE = /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[^]))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

/** The text that a string literal stands for. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    ESCAPE,
    (_, braced: string | undefined, four: string | undefined, two: string | undefined, other: string | undefined) => {
      if (other !== undefined) return ESCAPED[other] ?? other;
      return String.fromCodePoint(Number.parseInt(braced ?? four ?? two ?? '', 16));
    },
  );
}
