/** The host of loops that are given none. The face of a platform sets it; the core never looks for one. */
import { RuntimeError } from '../builtins/exceptions.js';
import type { Host } from './host.js';

let host: Host | null = null;

/**
 * Sets the host of loops that are given none.
 *
 * @param newHost - The host.
 * @public
 */
export function setDefaultHost(newHost: Host): void {
  host = newHost;
}

/** The host of loops that are given none. @public */
export function defaultHost(): Host {
  if (host === null) throw new RuntimeError('no host: import the library by its name, not one of its inner files');
  return host;
}
