/** `add_reader` and its like, which no host of JavaScript can do. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import type { IOMethod } from '../core/io.js';

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
export function adding(name: string, instead: string): IOMethod {
  const spec = signature(`BaseSelectorEventLoop.${name}`, {
    positional: ['fd', 'callback'],
    required: 2,
    variadic: true,
    method: true,
  });
  return (_, args) => {
    checkFile(spec.bind(args)[0]);
    throw new NotImplementedError(`${WHY}: use ${instead} instead`);
  };
}

/** A method that would watch it no more: nobody does. */
export function removing(name: string): IOMethod {
  const spec = signature(`BaseSelectorEventLoop.${name}`, { positional: ['fd'], required: 1, method: true });
  return (_, args) => {
    checkFile(spec.bind(args)[0]);
    return false;
  };
}
