/** Python's `==` of what parameters and signatures hold. */
import { isPlainObject } from '../builtins/repr.js';

interface Comparable {
  __eq__(other: unknown): unknown;
}

function isComparable(value: unknown): value is Comparable {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Comparable>).__eq__ === 'function';
}

/**
 * Whether two values are equal: objects by their `__eq__`, lists and dicts by what is in them, all else by identity.
 */
export function equal(left: unknown, right: unknown): boolean {
  if (Object.is(left, right) || left === right) return true;
  if (isComparable(left)) return left.__eq__(right) === true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equal(item, right[index]));
  }
  if (!isPlainObject(left) || !isPlainObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]))
  );
}
