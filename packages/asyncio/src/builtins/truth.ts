/** Python's truth of a value, which isn't JavaScript's: an empty collection is false, and NaN is true. */
import { isPlainObject } from './type_names.js';

interface HasTruth {
  readonly __bool__?: unknown;
  readonly __len__?: unknown;
}

type Method = () => unknown;

/** Python's `bool(value)`. An object may answer by `__bool__`, or by `__len__`. */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'object' || value === null) return Boolean(value);
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length > 0;
  if (value instanceof Map || value instanceof Set) return value.size > 0;
  const { __bool__: truth, __len__: length } = value as HasTruth;
  if (typeof truth === 'function') return (truth as Method).call(value) === true;
  if (typeof length === 'function') return Number((length as Method).call(value)) > 0;
  return !isPlainObject(value) || Object.keys(value).length > 0;
}
