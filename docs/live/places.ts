/** Places of the program in what it prints: frames of stacks, mistakes in the source, tracebacks as Python has them. */

/** From 1, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A piece of a text; one that tells a place has it. */
export interface Piece {
  readonly text: string;
  readonly place: Place | null;
}

const PLACE = /\bprogram\.ts:(?<line>\d+)(?::(?<column>\d+))?|"program\.(?:ts|py)", line (?<told>\d+)/g;

/** The pieces of a text, in its order; nothing is left out. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(PLACE)) {
    if (index > end) pieces.push({ text: text.slice(end, index), place: null });
    pieces.push({
      text: found,
      place: { line: Number(groups.line ?? groups.told), column: Number(groups.column ?? 1) },
    });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), place: null });
  return pieces;
}
