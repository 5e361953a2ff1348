/** What a coroutine is called. */
import { TypeError } from '../../builtins/exceptions.js';
import type { FrameSummary } from '../common/format_helpers.js';

/** The function behind a coroutine, for its names. */
export interface Named {
  readonly name: string;
  readonly __name__?: string;
  readonly __qualname__?: string;
  /** Its coroutines stand for a stretch of the awaiting body, as that of `async_with` does. */
  readonly isInline?: boolean;
}

/** Who makes a coroutine with it doesn't know the function. */
export const ANONYMOUS: Named = { name: '' };

/** Refuses a name that is none. */
export function checkName(attribute: string, name: unknown): void {
  if (typeof name !== 'string') throw new TypeError(`${attribute} must be set to a string object`);
}

/** The name of the function. */
export function plainName(named: Named): string {
  const name = named.__name__ ?? named.name.replace(/^(bound )+/, '');
  return name === '' ? '<lambda>' : name;
}

/** In debug mode the stack knows the name of a function that has not said it. */
export function nameOf(origin: readonly FrameSummary[] | null): string {
  const name = origin?.[origin.length - 1]?.name ?? '';
  // The stack says `Object.work` of a method.
  return name.slice(name.lastIndexOf('.') + 1) || '<lambda>';
}
