/**
 * A tokenizer for JavaScript, as far as it takes to read a function's parameters out of its source text.
 *
 * The text comes from an engine that has parsed it, so it is known to be a valid program: there is nothing to check,
 * only to find where each token ends. The one hard question is whether `/` divides or begins a regular expression. The
 * grammar answers it by context; here it is decided by the token before, and for closing brackets by what was before
 * the bracket was opened, which is right but for contrived programs (a regular expression as a statement after an
 * object literal).
 */

export type TokenType = 'name' | 'private' | 'number' | 'string' | 'template' | 'regex' | 'punctuator';

/** A token of a source text. A template literal is one token, with all that is in it. */
export interface Token {
  readonly type: TokenType;
  /** The token's text; of a name, the name itself, with escapes resolved. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)+/y;
const NAME_START = String.raw`[\p{ID_Start}$_]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\}`;
const NAME_PART = String.raw`[\p{ID_Continue}$\u200c\u200d]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\}`;
const NAME = new RegExp(`#?(?:${NAME_START})(?:${NAME_PART})*`, 'uy');
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/y;
const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y;
const REGEX = /\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[\p{ID_Continue}$]*/uy;
const PUNCTUATOR =
  /\.\.\.|=>|===?|!==?|>>>?=?|<<=?|[<>]=?|\*\*=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|\+\+|--|[-+*/%&|^]=?|[{}()[\];,:~?.=@!#]/y;
const NAME_ESCAPE = /\\u(?:([\da-fA-F]{4})|\{([\da-fA-F]+)\})/g;

/** After these words an operand follows, so a slash begins a regular expression and a brace an object. */
const BEFORE_OPERAND = new Set('await case delete in instanceof new return throw typeof void yield extends'.split(' '));
/** After these words a statement follows. */
const BEFORE_STATEMENT = new Set('do else finally try'.split(' '));
/** After the parentheses of these a statement follows. */
const WITH_HEAD = new Set('for if while with'.split(' '));

/** The tokens of a source text, one after the other. */
export class Tokenizer {
  readonly source: string;
  #position = 0;
  #last: Token | null = null;
  #beforeLast: Token | null = null;
  /** Whether the next token may be the beginning of an operand. */
  #operand = true;
  /** For each open bracket: whether an operand may follow once it is closed. */
  readonly #open: boolean[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** The next token, or null at the end. */
  next(): Token | null {
    this.#match(SPACE);
    if (this.#position >= this.source.length) return null;
    const start = this.#position;
    const type = this.#advance();
    const raw = this.source.slice(start, this.#position);
    const text = type === 'name' || type === 'private' ? resolveEscapes(raw) : raw;
    const token: Token = { type, text, start, end: this.#position };
    this.#learn(token);
    this.#beforeLast = this.#last;
    this.#last = token;
    return token;
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#position;
    if (!pattern.test(this.source)) return false;
    this.#position = pattern.lastIndex;
    return true;
  }

  #advance(): TokenType {
    const first = this.source.charAt(this.#position);
    if (first === '`') {
      this.#skipTemplate();
      return 'template';
    }
    if (this.#match(NAME)) return first === '#' ? 'private' : 'name';
    if (this.#match(NUMBER)) return 'number';
    if (this.#match(STRING)) return 'string';
    if (this.#operand && this.#match(REGEX)) return 'regex';
    if (this.#match(PUNCTUATOR)) return 'punctuator';
    throw new SyntaxError(`unexpected character at ${String(this.#position)}`);
  }

  #skipTemplate(): void {
    let position = this.#position + 1;
    for (;;) {
      const character = this.source.charAt(position);
      if (character === '' || character === '`') break;
      if (character === '\\') position += 2;
      else if (character === '$' && this.source.charAt(position + 1) === '{')
        position = this.#endOfSubstitution(position + 2);
      else position += 1;
    }
    this.#position = position + 1;
  }

  /** Where the source goes on after `${…}`: what is inside is a program of its own. */
  #endOfSubstitution(start: number): number {
    const inner = new Tokenizer(this.source);
    inner.#position = start;
    let depth = 0;
    for (let token = inner.next(); token !== null; token = inner.next()) {
      if (isPunctuator(token, '{')) depth += 1;
      else if (isPunctuator(token, '}') && depth-- === 0) return token.end;
    }
    return this.source.length;
  }

  /** Decides from a token what may follow it. */
  #learn(token: Token): void {
    if (token.type === 'name') {
      this.#operand = !this.#isProperty() && (BEFORE_OPERAND.has(token.text) || BEFORE_STATEMENT.has(token.text));
      return;
    }
    if (token.type !== 'punctuator') {
      this.#operand = false;
      return;
    }
    switch (token.text) {
      case '(':
        this.#open.push(this.#closesHead());
        break;
      case '[':
        this.#open.push(false);
        break;
      case '{':
        this.#open.push(this.#beginsBlock());
        break;
      case ')':
      case ']':
      case '}':
        this.#operand = this.#open.pop() ?? false;
        return;
      case '++':
      case '--':
        this.#operand = false;
        return;
      default:
        break;
    }
    this.#operand = true;
  }

  /** Whether the token just read is the name of a property, such as `return` in `iterator.return`. */
  #isProperty(): boolean {
    const before = this.#last;
    return before !== null && (isPunctuator(before, '.') || isPunctuator(before, '?.'));
  }

  /** Whether the parenthesis just read is that of `if (…)`, `for (…)`, `for await (…)`. */
  #closesHead(): boolean {
    const before = this.#last;
    if (before?.type !== 'name') return false;
    if (before.text === 'await') return this.#beforeLast?.text === 'for';
    return WITH_HEAD.has(before.text) && this.#beforeLast?.text !== '.' && this.#beforeLast?.text !== '?.';
  }

  /** Whether the brace just read begins a block or a body, after which no division can follow. */
  #beginsBlock(): boolean {
    const before = this.#last;
    if (before === null) return true;
    if (before.type === 'name') return !BEFORE_OPERAND.has(before.text) || this.#beforeLast?.text === '.';
    if (before.type !== 'punctuator') return true;
    return [')', ']', '}', '{', ';', '=>'].includes(before.text);
  }
}

function resolveEscapes(name: string): string {
  if (!name.includes('\\')) return name;
  return name.replace(NAME_ESCAPE, (_, four: string | undefined, braced: string | undefined) =>
    String.fromCodePoint(Number.parseInt(four ?? braced ?? '', 16)),
  );
}

/** Whether a text can be a name. */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
}

/** Whether a token is this punctuator, and not a string or template that happens to read so. */
export function isPunctuator(token: Token | undefined | null, text: string): boolean {
  return token?.type === 'punctuator' && token.text === text;
}

/** Whether a token is this word. */
export function isName(token: Token | undefined | null, text: string): boolean {
  return token?.type === 'name' && token.text === text;
}

/** How a token changes the depth of brackets. */
export function depthChange(token: Token): -1 | 0 | 1 {
  if (token.type !== 'punctuator') return 0;
  if ('([{'.includes(token.text)) return 1;
  return ')]}'.includes(token.text) ? -1 : 0;
}
