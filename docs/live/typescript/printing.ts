/** Has the console of a worker tell the page, with values written as Node writes them. */
import { format, inspect } from 'node-inspect-extracted';
import type { Stream } from '../messages';

/** Told of what is printed. */
export type Print = (stream: Stream, text: string) => void;

const STREAMS = {
  log: 'output',
  info: 'output',
  debug: 'output',
  table: 'output',
  warn: 'warning',
  error: 'error',
} as const;

export function redirectConsole(print: Print): void {
  for (const [name, stream] of Object.entries(STREAMS)) {
    Reflect.set(console, name, (...values: unknown[]) => {
      print(stream, format(...values));
    });
  }
  // What an example says by `expr; // => value`; the value is null where that can't be read.
  Reflect.set(globalThis, '__show', (value: unknown, expected: (() => unknown) | null, text: string) => {
    const shown = whole(value);
    if (expected !== null && shown === whole(expected())) print('output', shown);
    else print('warning', `${shown}    // the comment says: ${text}`);
  });
}

const whole = (value: unknown) => inspect(value, { depth: Infinity });

/** An error as a page tells it: with the lines of the program, and without those of the library. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${format(error)}`;
  const lines = (error.stack ?? '').split('\n');
  const isFrame = (line: string) => /^\s*at /.test(line);
  const frames = lines.filter((line) => isFrame(line) && line.includes('program.ts'));
  // A stack keeps the message that the error was made with, which some change later.
  const told = lines.slice(0, lines.findIndex(isFrame)).join('\n');
  return [told.includes(error.message) ? told : `${error.name}: ${error.message}`, ...frames].join('\n');
}
