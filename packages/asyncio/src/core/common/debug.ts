/** How a program switches debug mode on for all its loops. */
import type { Host } from '../../host/host.js';

/** Environment variables of Python that have any text in them, as there: `'0'` counts. */
const VARIABLES = ['PYTHONASYNCIODEBUG', 'PYTHONDEVMODE'] as const;

/**
 * Whether a new loop begins in debug mode: by Python's environment variables, or, in a page or where nobody can set
 * these, by a global variable `PYTHONASYNCIODEBUG` that is true when the loop is made.
 */
export function debugsByDefault(host: Host): boolean {
  if ((globalThis as { readonly PYTHONASYNCIODEBUG?: unknown }).PYTHONASYNCIODEBUG) return true;
  return VARIABLES.some((name) => (host.environment(name) ?? '') !== '');
}
