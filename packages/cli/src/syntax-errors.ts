/** A text that isn't TypeScript: where, with the line and a caret. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** By the compiler, which is Babel's way, and by esbuild, which reads what has no `async` in it. */
const SPELLINGS: readonly RegExp[] = [
  /^(?<file>.+?): (?<what>.+?) \((?<line>\d+):(?<column>\d+)\)$/s,
  /^Transform failed with \d+ errors?:\n(?<file>.+?):(?<line>\d+):(?<column>\d+): ERROR: (?<what>[^\n]+)/,
];

/** Shows the mistake that an error tells of; answers whether it tells of one. */
export function showSyntaxError(error: unknown, known?: { readonly file: string; readonly source: string }): boolean {
  if (!(error instanceof Error)) return false;
  const mistake = mistakeOf(error.message);
  if (mistake === null) return false;
  const { file, line, column, what } = mistake;
  const source = known?.file === file ? known.source : read(file);
  if (source === null) return false;
  const text = source.split('\n')[line - 1]?.trimEnd() ?? '';
  const caret = text.slice(0, column).replace(/[^\t]/g, ' ');
  const shown = relative(process.cwd(), file);
  process.stderr.write(`${shown}:${line}:${column + 1}\n${text}\n${caret}^\nSyntaxError: ${what}\n`);
  return true;
}

function mistakeOf(message: string): Mistake | null {
  for (const spelling of SPELLINGS) {
    const { file, line, column, what } = spelling.exec(message)?.groups ?? {};
    if (file !== undefined) return { file, line: Number(line), column: Number(column), what: what ?? '' };
  }
  return null;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
