/**
 * Stacks of errors. JavaScript's frames end where a body was resumed; after them come the coroutines that awaited it,
 * as V8 writes those of its own `await`:
 *
 *     ValueError: no such user
 *         at find (/app/users.ts:12:11)
 *         at async login
 *         at async main
 *
 * Who awaits was noted as the error left the first body (`noted_awaiters.ts`). The stack itself, which costs more to
 * read than to make, is written when the error leaves the task.
 */
import { LEFT_OUT, bodiesOf } from '../common/format_helpers.js';
import { awaitersNotedFor } from './noted_awaiters.js';

const lineOf = (name: string): string => `    at async ${name}`;

/** The lines of bodies that are on JavaScript's stack, with those of the names among them that it lacks. */
function merged(lines: readonly string[], names: readonly string[]): string[] {
  if (names.length === 0) return [...lines];
  const rest = lines.filter((line) => line !== LEFT_OUT);
  const found: string[] = [];
  for (const name of names) {
    const index = rest.findIndex((line) => line.includes(` ${name} (`) || line.includes(`.${name} (`));
    if (index < 0) found.push(lineOf(name));
    else found.push(...rest.splice(0, index + 1));
  }
  return [...found, ...rest];
}

/** The error leaves its task: writes those who awaited into its stack. */
export function writeAwaiters(error: Error): void {
  const awaiters = awaitersNotedFor(error);
  if (awaiters === undefined) return;
  awaiters.outermost = awaiters.next = null;
  if (awaiters.names.length + awaiters.within.length === 0) return;
  const stack: unknown = error.stack;
  // Somebody else may have written what he wants to be read.
  if (typeof stack !== 'string' || (awaiters.written !== null && stack !== awaiters.written)) return;
  const [raiser, around] = (awaiters.bodies ??= bodiesOf(stack));
  const stepping = merged(around, awaiters.stepping);
  const written = [...raiser, ...awaiters.within.map(lineOf), ...stepping, ...awaiters.names.map(lineOf)].join('\n');
  if (Reflect.set(error, 'stack', written)) awaiters.written = written;
}
