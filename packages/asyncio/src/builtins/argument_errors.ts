/** What CPython says when a function of Python is called with the wrong arguments. */
import { typeName } from './type_names.js';

const MOVE_COST = 2;
const CASE_COST = 1;
const LONGEST_NAME = 40;

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** The cost of turning one name into another by inserting, deleting and replacing letters; case counts half. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column * MOVE_COST);
  for (let line = 1; line <= from.length; line++) {
    const next = [line * MOVE_COST];
    for (let column = 1; column <= to.length; column++) {
      const substituted = cell(row, column - 1) + substitutionCost(from.charAt(line - 1), to.charAt(column - 1));
      const moved = Math.min(cell(row, column), cell(next, column - 1)) + MOVE_COST;
      next.push(Math.min(substituted, moved));
    }
    row = next;
  }
  return cell(row, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** The candidate that a misspelt name probably means: at most a third of the letters may differ. */
function suggest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    if (name.length > LONGEST_NAME || candidate.length > LONGEST_NAME) continue;
    const allowed = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    const cost = editDistance(name, candidate);
    if (cost > allowed || cost >= bestCost) continue;
    best = candidate;
    bestCost = cost;
  }
  return best;
}

/** The complaint about an unknown keyword. */
export function unexpectedKeyword(callable: string, keyword: string, candidates: readonly string[]): string {
  const meant = suggest(keyword, candidates);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return `${callable}() got an unexpected keyword argument '${keyword}'${hint}`;
}

const plural = (count: number): string => (count === 1 ? '' : 's');

/** The complaint about too many positional arguments; `minimum` and `maximum` are what the function takes. */
export function tooMany(
  callable: string,
  minimum: number,
  maximum: number,
  given: number,
  givenKeywordOnly: number,
): string {
  const takes = minimum === maximum ? String(maximum) : `from ${String(minimum)} to ${String(maximum)}`;
  const takesPlural = minimum === maximum ? plural(maximum) : 's';
  const keywords =
    givenKeywordOnly === 0
      ? ''
      : ` positional argument${plural(given)} (and ${String(givenKeywordOnly)} keyword-only argument${plural(givenKeywordOnly)})`;
  const verb = given === 1 && givenKeywordOnly === 0 ? 'was' : 'were';
  return `${callable}() takes ${takes} positional argument${takesPlural} but ${String(given)}${keywords} ${verb} given`;
}

/** The complaint about a call of what can't be called. */
export function notCallable(value: unknown): string {
  return `'${typeName(value)}' object is not callable`;
}

/** The complaint about arguments that must be given and weren't. Nothing here has to be given by keyword. */
export function missing(callable: string, names: readonly string[]): string {
  return `${callable}() missing ${String(names.length)} required positional argument${plural(names.length)}: ${listed(names)}`;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${String(quoted[quoted.length - 1])}`;
}
