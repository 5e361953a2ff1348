/** Finds tokens where the syntax tree says nothing of them: between two nodes. */

/** What may stand between tokens. */
const BLANK = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y;
const WORD = /[\w$\u0080-\uffff]+|=>|[^]/y;

/** A token, and where it begins. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the first token from a place on begins. */
export function skipBlank(source: string, from: number): number {
  BLANK.lastIndex = from;
  BLANK.exec(source);
  return BLANK.lastIndex;
}

/** The tokens between two places, as far as there are no literals. */
export function* tokensBetween(source: string, start: number, end: number): Generator<Token> {
  for (let position = skipBlank(source, start); position < end;) {
    WORD.lastIndex = position;
    const text = WORD.exec(source)?.[0] ?? '';
    yield { text, start: position, end: position + text.length };
    position = skipBlank(source, position + text.length);
  }
}

/** The first token of that text from a place on. Between the two there must be no node that could contain it. */
export function findToken(source: string, text: string, from: number): Token {
  for (const token of tokensBetween(source, from, source.length)) if (token.text === text) return token;
  throw new Error(`there is no ${text} behind character ${String(from)}`);
}
