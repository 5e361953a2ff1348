/** A text that isn't TypeScript: where, with the line and a caret. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** As the compiler spells it. */
const SPELLING = /^(?<file>.+?): (?<what>.+?) \((?<line>\d+):(?<column>\d+)\)$/s;

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
  const { file, line, column, what = '' } = SPELLING.exec(message)?.groups ?? {};
  return file === undefined ? null : { file, line: Number(line), column: Number(column), what };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
