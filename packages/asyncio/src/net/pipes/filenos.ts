/** Descriptors of the program's own, as Python's functions take them. */
import { AttributeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { partOfNetwork } from '../../host/network_registry.js';

/** The number of a descriptor: given as such, by an object that has one, or by a stream of the platform's. */
export function filenoOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const known = partOfNetwork('pipes').filenoOf(value);
  if (known !== null) return known;
  const { fd, fileno } = Object(value) as { readonly fd?: unknown; readonly fileno?: unknown };
  if (typeof fileno === 'function') return fileno.call(value) as number;
  if (typeof fd === 'number') return fd;
  throw new AttributeError(`'${typeName(value)}' object has no attribute 'fileno'`);
}
