/** How values and errors look at the prompt. */
import { inspect } from 'node:util';
import type * as Asyncio from 'asyncio-ts';
import { shownError } from '../errors.js';

/** The two ways to show something. */
export interface Writer {
  readonly value: (value: unknown) => string;
  readonly error: (error: unknown) => string;
}

/** Shows Python's objects as Python does, and all else as Node does. */
export function writer(asyncio: typeof Asyncio): Writer {
  return {
    // Futures, tasks, locks and their like tell `inspect` their repr; errors of Python's keep Node's stack there.
    value: (value) => (isPythonError(value) ? asyncio.repr(value) : inspect(value, { colors: hasColors() })),
    error: (error) => (isInterrupt(error) ? '\nKeyboardInterrupt' : shownError(error)),
  };
}

const isPythonError = (value: unknown): value is Error =>
  value instanceof Error && Array.isArray((value as { args?: unknown }).args);

const hasColors = () => process.stdout.isTTY && process.stdout.hasColors();

const isInterrupt = (error: unknown) =>
  error instanceof Error && error.name === 'KeyboardInterrupt' && error.message === '';
