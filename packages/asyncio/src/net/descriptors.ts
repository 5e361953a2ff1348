/** `add_reader` and its like, which no host of JavaScript can do. */
import { NotImplementedError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import type { IOMethod } from '../core/contract/io.js';

const WHY = "the host doesn't tell when a descriptor is ready";

function checkFile(file: unknown): void {
  const { fd, fileno } = (file ?? {}) as { readonly fd?: unknown; readonly fileno?: () => unknown };
  const descriptor = typeof file === 'number' ? file : typeof fileno === 'function' ? fileno.call(file) : fd;
  if (typeof descriptor !== 'number' || !Number.isInteger(descriptor)) {
    throw new ValueError(`Invalid file object: ${repr(file)}`);
  }
  if (descriptor < 0) throw new ValueError(`Invalid file descriptor: ${String(descriptor)}`);
}

/** A method that would watch a descriptor. */
export function adding(instead: string): IOMethod {
  return (_, [fd]) => {
    checkFile(fd);
    throw new NotImplementedError(`${WHY}: use ${instead} instead`);
  };
}

/** What would watch it no more: nobody does. */
export const removing: IOMethod = (_, [fd]) => {
  checkFile(fd);
  return false;
};
