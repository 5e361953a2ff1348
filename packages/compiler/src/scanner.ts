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

/** The first token of that text from a place on. Between the two there must be no node that could contain it. */
export function findToken(source: string, text: string, from: number): Token {
  for (let position = skipBlank(source, from); position < source.length;) {
    WORD.lastIndex = position;
    const word = WORD.exec(source)?.[0] ?? '';
    const end = position + word.length;
    if (word === text) return { text, start: position, end };
    position = skipBlank(source, end);
  }
  throw new Error(`there is no ${text} behind character ${String(from)}`);
}
