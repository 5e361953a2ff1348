/** Python's `<` and `==`, as far as they decide about the order of values. */
import { TypeError } from './exceptions.js';
import { isPlainObject, typeName } from './repr.js';

type Comparison = (other: unknown) => unknown;

function method(value: unknown, name: string): Comparison | null {
  if (value === null || value === undefined) return null;
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'function' ? (found as Comparison) : null;
}

/** Numbers of all kinds, truth values among them. */
function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isSequence(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Uint8Array;
}

/** Strings are ordered by their characters, which JavaScript's `<` does only within the basic plane. */
function precedes(left: string, right: string): boolean {
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (left[i] === right[i]) continue;
    return (left.codePointAt(i) ?? 0) < (right.codePointAt(i) ?? 0);
  }
  return left.length < right.length;
}

/** Whether two values are equal, in Python's sense. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right);
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (isSequence(left) && isSequence(right)) {
    return left.length === right.length && Array.prototype.every.call(left, (item, i) => isEqual(item, right[i]));
  }
  if (isPlainObject(left) && isPlainObject(right)) {
    const keys = Object.keys(left);
    const haveSameKeys = keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key));
    return haveSameKeys && keys.every((key) => isEqual(left[key], right[key]));
  }
  const own = method(left, '__eq__');
  if (own !== null) return Boolean(own.call(left, right));
  const other = method(right, '__eq__');
  return other !== null && Boolean(other.call(right, left));
}

/**
 * Whether `left < right`: numbers, strings, dates, and arrays as tuples, item by item; objects by their `__lt__`.
 *
 * @throws TypeError if they have no order.
 * @internal
 */
export function isLess(left: unknown, right: unknown): boolean {
  if (isNumber(left) && isNumber(right)) return left < right;
  if (typeof left === 'string' && typeof right === 'string') return precedes(left, right);
  if (left instanceof Date && right instanceof Date) return left < right;
  if (isSequence(left) && isSequence(right)) {
    const length = Math.min(left.length, right.length);
    for (let i = 0; i < length; i++) if (!isEqual(left[i], right[i])) return isLess(left[i], right[i]);
    return left.length < right.length;
  }
  const own = method(left, '__lt__');
  if (own !== null) return Boolean(own.call(left, right));
  const other = method(right, '__gt__');
  if (other !== null) return Boolean(other.call(right, left));
  throw new TypeError(`'<' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`);
}
