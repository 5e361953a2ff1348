/** Errors within the messages of others. */
import { repr, str } from '../builtins/repr.js';

/** An error as the last line of a traceback says it. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return repr(error);
  const text = str(error);
  return text === '' ? error.name : `${error.name}: ${text}`;
}

/** An item of a list, with its further lines below the first. */
export function item(index: number, text: string): string {
  return `\n${String(index + 1)}. ${text.replaceAll('\n', '\n   ')}`;
}
