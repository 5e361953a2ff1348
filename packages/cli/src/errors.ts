/** Errors without what only the authors of Node and of this library want to see. */
import { inspect } from 'node:util';

/** The folder with the code of this package. */
const OWN_FOLDER = new URL('.', import.meta.url).pathname;

/** Name, message, the frames that are the user's own, what is in a group, and the cause. */
export function shownError(error: unknown): string {
  if (!(error instanceof Error)) return `Uncaught ${inspect(error)}`;
  // Columns are those of the compiled line.
  const frames = framesOf(error)
    .filter((line) => !isInternal(line))
    .map((line) => line.replace(/(\basyncio-input-\d+:\d+):\d+/, '$1'));
  const inner = innerOf(error).map((each) => shownError(each).replace(/^/gm, '  | '));
  const cause = error.cause === undefined ? [] : [`Caused by ${shownError(error.cause)}`];
  return [headOf(error), ...frames, ...inner, ...cause].join('\n');
}

/** Whether the place where an error was thrown is of no interest to the user, or isn't known. */
export function isThrownInside(error: Error): boolean {
  const [first] = framesOf(error);
  return first === undefined || isInternal(first);
}

const framesOf = ({ stack = '' }: Error) => stack.split('\n').filter((line) => /^\s+at /.test(line));

function innerOf(error: Error): readonly unknown[] {
  const { exceptions } = error as { readonly exceptions?: unknown };
  return Array.isArray(exceptions) ? exceptions : [];
}

function headOf(error: Error): string {
  const { name, message } = error;
  const count = innerOf(error).length;
  const text = count === 0 ? message : `${message} (${count} sub-exception${count === 1 ? '' : 's'})`;
  return text === '' ? name : `${name}: ${text}`;
}

/**
 * Frames of Node, of this package, of the library and of the compiler, and who awaits without a name, as the prompt's
 * input.
 */
function isInternal(line: string): boolean {
  return (
    /^\s+at async <lambda>$/.test(line) ||
    /\bnode:|\basyncio-call\b|(?:\$|Generator)\.next \(<anonymous>\)/.test(line) ||
    /(?:node_modules[\\/](?:asyncio-ts|@asyncio-ts)|packages[\\/](?:asyncio|cli|compiler)[\\/](?:dist|src))[\\/]/.test(
      line,
    ) ||
    /@babel[\\/+]/.test(line) ||
    line.includes(OWN_FOLDER)
  );
}
